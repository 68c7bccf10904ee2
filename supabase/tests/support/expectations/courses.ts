/** The course record and certificates (20261130090500_course_record.sql, …0600_certificates.sql), for expectations.ts. */
export const tables = ['certificate'];

export const shown = {
  anon: ['check_certificate', 'visitor_certificates'],
  authenticated: ['my_course_record', 'my_certificate'],
};

export const within = [
  ...['name_key', 'guest_key', 'course_round', 'course_parts', 'parts_of_course', 'session_room', 'rounds_of_course'],
  ...['course_of', 'course_activities', 'beside_in_course', 'times_of'],
  ...['new_certificate_code', 'weigh_course', 'tell_certified', 'weigh_attendance', 'weigh_noted', 'take_attendance_along'],
  ...['weigh_round', 'erase_certificates', 'certificate_facts', 'certificates_of', 'courses_to_copy'],
];
