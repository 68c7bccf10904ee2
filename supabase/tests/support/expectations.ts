import type { Embedded } from '../../local/embedded.ts';
import * as booking from './expectations/booking.ts';
import * as courses from './expectations/courses.ts';
import * as participants from './expectations/participants.ts';

/**
 * What each role may do with each thing in our schemas. A table, view, sequence, function or type of privilege that is
 * not stated here fails the test: whoever adds one must say who may use it.
 */
export type Role = 'anon' | 'authenticated' | 'service_role';
const nobody: Role[] = [];

export const tables: Record<string, Role[]> = Object.fromEntries(
  [
    ...['household', 'household_event', 'household_member', 'household_coordinator', 'interest', 'mail', 'mail_event'],
    ...['staff_member', 'related_staff', 'break_glass', 'access_log', 'data_request'],
    ...['way_step', 'household_step', 'message', 'contact_note'],
    'visit_request',
    ...courses.tables,
    ...booking.tables.public,
  ]
    .map((name) => `public.${name}`)
    .concat(
      [
        ...booking.tables.private,
        ...participants.tables,
        'occasion_event',
        ...['site_gate', 'rate_rule', 'rate_hit', 'session_rule', 'sign_in_session', 'code_wish', 'kept_form'],
        ...[
          'staff_event',
          'factor',
          'recovery_code',
          'passkey_challenge',
          'account_to_erase',
          'import_draft',
          'joining',
          'consent_warning',
        ],
        ...['booking_reminder', 'reminder_rule'],
      ].map((name) => `private.${name}`),
    )
    .map((name) => [name, nobody]),
);

/** What the API shows, and to whom; what each person then gets from it stands in matrix/. */
const shown: Record<Role, string[]> = {
  anon: [
    ...['register_interest', 'ask_for_code', 'try_code', 'end_session', 'keep_form'],
    'request_visit',
    ...booking.website,
    ...courses.shown.anon,
  ],
  authenticated: [
    ...['begin_session', 'visit', 'take_form'],
    ...['second_factors', 'try_second_factor', 'keep_challenge', 'take_challenge', 'pass_app_code', 'pass_passkey'],
    ...['pass_recovery_code', 'add_app', 'add_passkey', 'set_recovery_codes', 'remove_factor'],
    ...['staff_list', 'list_staff', 'change_role', 'remove_staff', 'reset_second_factor', 'colleagues'],
    ...['household_list', 'search_households', 'household_page', 'begin_assessment', 'add_coordinator', 'remove_coordinator'],
    ...['mark_related', 'unmark_related', 'protect_household', 'set_address', 'invite_adult', 'change_adult', 'remove_adult'],
    ...['set_adult_silence', 'flag_interest_question', 'ask_access', 'break_glass_list', 'see_break_glass', 'access_log_list'],
    ...['my_home', 'who_opened', 'share_contact', 'change_phone', 'set_own_silence', 'make_request', 'withdraw_request'],
    ...['ask_adult', 'take_back_asking', 'my_invitation', 'answer_invitation', 'pause_own', 'resume_own', 'withdraw_own'],
    ...['my_messages', 'send_message', 'log_call', 'set_step', 'pause_household', 'ask_again', 'message_adult'],
    ...['adult_messages', 'close_household', 'reopen_household', 'hand_over', 'my_day', 'days_of_all', 'head_figures'],
    ...['invite_to_information', 'ask_own_address', 'change_own_address'],
    ...['enter_by_hand', 'invite_adults', 'keep_import', 'import_draft', 'confirm_import', 'invite_imported'],
    ...['settle_addition', 'restore_addition', 'join_homes', 'part_homes'],
    ...[
      'desk_occasions',
      'desk_occasion',
      'save_occasion',
      'copy_occasion',
      'act_on_occasion',
      'cancel_occasion',
      'move_session',
    ],
    ...['set_capacity', 'offer_seat', 'message_booked', 'information_months', 'make_information_year'],
    ...booking.shown,
    ...participants.shown,
    ...courses.shown.authenticated,
    ...['my_requests', 'my_copy', 'waiting_requests', 'household_requests', 'decide_request'],
    ...['booking_adults', 'visit_requests', 'answer_visit'],
  ],
  service_role: [
    ...['claim_mails', 'stamp_mail_sent', 'stamp_mail_failed', 'record_mail_event', 'stuck_mails', 'retry_mail', 'settle_mail'],
    ...['claim_code_wishes', 'ensure_first_head', 'keep_time', 'forget_traces', 'accounts_to_erase', 'account_erased'],
    'warn_of_consents',
    ...['remind_of_bookings', 'give_back_seats', 'forget_booking_needs', 'forget_visits'],
    ...booking.jobs,
  ],
};

/** What only our own functions call. */
const within = [
  ...['set_site_gate', 'require_site_gate', 'within_limit', 'refuse_change', 'tell_undelivered', 'stop_mail'],
  ...['interest_is_within_limits', 'promise_call', 'takes_no_mail', 'withhold_mail', 'is_staff_address'],
  ...['within_code_limits', 'let_head_begin_anew', 'stay_related', 'address_is_taken', 'close_account', 'rows_of_person'],
  ...['claim', 'live_session', 'staff_at_the_door', 'session_is_verified', 'current_staff', 'require_staff', 'current_member'],
  ...['require_member', 'wait_after', 'door', 'mark_verified', 'require_may_add', 'tell_security', 'factor_added'],
  ...['another_head_than', 'end_sessions_of', 'is_related', 'coordinates', 'may_let_in', 'ground_of', 'log_access'],
  ...[
    'enter_household',
    'note_change',
    'call_by',
    'is_last_coordinator',
    'silence',
    'erase_mails',
    'erase_interests',
    'account_is_used',
    'erase_member',
    'erase_registration',
  ],
  ...['last_contact', 'announce_erasures', 'invited_member', 'home_to_read', 'begin_stage', 'day_of', 'walk_on', 'way_of'],
  ...['is_a_month_ahead', 'tell_adults', 'tell_coordinators', 'pause', 'resume', 'seen_all', 'write_to', 'waiting_for'],
  ...['hold_address', 'hold_addresses', 'uninvited', 'home_key', 'enter_alone', 'add_adults', 'invite_to_sign_in'],
  ...[
    'coordinator_for',
    'is_entered_so',
    'found_number',
    'refused_adults',
    'colleague_called',
    'judge_rows',
    'registrations_told',
    'address_is_free',
    'require_key_of',
    'take_past_along',
  ],
  ...[
    'note_occasion',
    'occasion_history',
    'run_meanwhile',
    'is_booked',
    'desk_form',
    'desk_attendance',
    'desk_row',
    'slot_is_taken',
  ],
  ...['days_later', 'refused_occasion', 'occasion_difference', 'sessions_now', 'may_set_sessions', 'set_sessions'],
  ...['form_is_taken_away', 'comes_in_person', 'is_information'],
  ...['homes_within', 'on_working_day', 'promised_to', 'promised_by', 'unpromise', 'enter_addition'],
  ...['home_now', 'held_member', 'stays_of', 'addresses_in', 'hold_all', 'people_of', 'interests_of', 'protect_too'],
  ...booking.within,
  ...participants.within,
  ...['reminders_due', 'thanks_due', 'booking_over_at', 'erase_booked', 'bookings_in_copy'],
  ...courses.within,
  ...['refused_joining', 'who_parts', 'what_parts', 'part_promises', 'part_coordinators', 'waits_in_pause'],
];

/** A function of the API stands twice: the name that is shown, and what does it, out of reach. */
export const functions: Record<string, Role[]> = Object.fromEntries([
  ...Object.entries(shown).flatMap(([role, names]) =>
    names.flatMap((name) => [`public.${name}`, `private.${name}`].map((whole) => [whole, [role as Role]] as const)),
  ),
  ...within.map((name) => [`private.${name}`, nobody] as const),
  ...booking.open.flatMap((name) =>
    [`public.${name}`, `private.${name}`].map((whole): [string, Role[]] => [whole, ['anon', 'authenticated']]),
  ),
  ['private.withhold_waiting_mails', ['service_role']],
  ['private.forget_import_drafts', ['service_role']],
  ['private.forget_wished_addresses', ['service_role']],
  ['private.blank_discarded', ['service_role']],
]);

/** What each role holds on each table, view and sequence (`kind` as in pg_class) of our schemas. */
export const rightsHeld = (sql: Embedded['sql']) =>
  sql<{ name: string; kind: string; role: Role; held: string[] }>(`
  select n.nspname || '.' || c.relname as name, c.relkind as kind, r.role,
    array(select p from unnest(case when c.relkind = 'S' then array['SELECT', 'UPDATE', 'USAGE'] else
      array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'] end) p
      where case when c.relkind = 'S' then has_sequence_privilege(r.role, c.oid, p) else has_table_privilege(r.role, c.oid, p) end) as held
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  cross join unnest(array['anon', 'authenticated', 'service_role']) r(role)
  where n.nspname in ('public', 'private') and c.relkind in ('r', 'v', 'm', 'p', 'f', 'S')`);

/** Who may run each function of our schemas, and whether its search path is fixed. */
export const runnersOf = (sql: Embedded['sql']) =>
  sql<{ name: string; fixed: boolean; may: Role[] }>(`
  select n.nspname || '.' || p.proname as name, coalesce(p.proconfig @> array['search_path=""'], false) as fixed,
    array(select r from unnest(array['anon', 'authenticated', 'service_role']) r where has_function_privilege(r, p.oid, 'EXECUTE')) as may
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'private')`);
