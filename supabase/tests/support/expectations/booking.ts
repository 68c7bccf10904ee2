/** Occasions and their bookings (20261130090000_occasions.sql to 20261130090400_attendance.sql), for expectations.ts. */
export const tables = {
  public: ['occasion', 'occasion_session', 'booking', 'booking_person', 'booking_event', 'seat_wish', 'attendance'],
  private: ['booking_need'],
};

/** To whoever asks. */
export const open = ['calendar', 'occasion_page'];
/** To the website, which proves itself at the gate. */
export const website = [
  'book_as_visitor',
  'visitor_booking',
  'change_visitor_booking',
  'set_visitor_needs',
  'act_on_visitor_booking',
];
export const shown = [
  ...['book_for_home', 'book_plan', 'my_bookings', 'my_booking', 'change_my_booking', 'set_my_needs', 'act_on_my_booking'],
];
export const jobs = ['pass_on_offers'];

export const within = [
  ...[
    'keep_span',
    'is_for',
    'not_bookable',
    'seats_free',
    'seat_suits',
    'session_free',
    'in_line',
    'turns_before',
    'offer_until',
    'begins',
  ],
  ...[
    'booking_facts',
    'tell_booked',
    'note_booking',
    'end_waiting',
    'expire_offers',
    'slot_is_free',
    'offer_slots',
    'offer_seats',
  ],
  ...[
    'follow_line',
    'let_offers_follow',
    'hold_occasion',
    'hold_occasion_of',
    'require_people',
    'set_people',
    'people_of_booking',
  ],
  ...[
    'set_needs',
    'change_needs',
    'refused_people',
    'need_of',
    'never_fits',
    'into_line',
    'is_there_already',
    'asks_otherwise',
    'party_of',
    'view_for',
    'overlaps',
  ],
  ...[
    'booked_answer',
    'book',
    'take_seats',
    'leave_line_quietly',
    'change_booking',
    'cancel_booking',
    'answer_offer',
    'leave_line',
  ],
  ...['still_suits', 'form_facts', 'occasion_facts', 'require_link', 'booking_view', 'act_on_booking', 'require_own_booking'],
  'require_own_people',
];
