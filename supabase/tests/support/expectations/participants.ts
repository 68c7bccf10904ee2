/** Participants and who was there (20261130090950_participants.sql and 0960), for expectations.ts. */
export const tables = ['attendance_press'];

/** To whoever is signed in; the functions themselves ask for a coordinator or the head. */
export const shown = [
  ...[
    'participants',
    'occasion_needs',
    'mark_attendance',
    'mark_rest_absent',
    'home_to_book',
    'add_booking',
    'move_booking',
    'cancel_by_hand',
  ],
  ...['occasions_ahead', 'turnout', 'homes_lacking_course'],
];

export const within = [
  ...['homes_on', 'log_listed', 'list_occasion', 'home_of_booking', 'booker', 'listed_occasion', 'last_mail', 'participant'],
  ...['seats_at', 'attendance_of', 'home_to_add', 'booking_to_change'],
];
