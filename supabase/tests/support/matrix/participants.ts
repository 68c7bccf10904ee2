import { randomUUID } from 'node:crypto';
import { at, but, DESK, type Row } from './columns.ts';

const NO_SUCH = 999_999_999;
const nothing = but(DESK, 'nothing', 'nothing', 'nothing', 'nothing');
const refused = DESK.replaceAll('yes', '-  ');
const said = (reason: string) => DESK.replaceAll('yes', reason);

/** What those who arrange an occasion do with who comes: the same for every coordinator and the head. participants.test.ts goes further. */
export const participants: Row[] = [
  ['participants', 'of no occasion', () => at(NO_SUCH), nothing],
  ['occasion_needs', 'of no occasion', () => at(NO_SUCH), nothing],
  ['mark_attendance', 'of no session', () => ({ p_session: randomUUID(), p_marks: '[]' }), said('missing')],
  ['mark_rest_absent', 'of no session', () => ({ p_session: randomUUID() }), said('missing')],
  ['home_to_book', '', (c) => at(NO_SUCH, { p_home: c.home }), but(DESK, 'yes', 'yes', 'no_home', 'yes')],
  ['home_to_book', 'of no number', () => at(NO_SUCH, { p_home: NO_SUCH }), said('no_home')],
  ['add_booking', 'to no occasion', () => added(), said('not_published')],
  [
    'add_booking',
    'a home',
    (c) => added({ p_home: c.home }),
    DESK.replace('yes', 'no_adult').replace('yes', 'no_adult').replace('yes', 'no_home').replace('yes', 'no_adult'),
  ],
  ['move_booking', 'that is none', () => moved(), refused],
  ['cancel_by_hand', 'what is none', () => ({ p_id: randomUUID() }), refused],
  ['occasions_ahead', 'of none', () => at(NO_SUCH), said('empty')],
  ['homes_lacking_course', 'that nobody gives', () => ({ p_activity: 'ingen-kurs' }), nothing],
  ['turnout', 'of a year without any', () => ({ p_year: 1999 }), said('empty')],
];

const added = (more: object = {}) =>
  at(NO_SUCH, {
    ...{ p_id: randomUUID(), p_form: 'digital', p_people: '[{"name":"Vera"}]', p_needs: '{}', p_wait: false, p_despite: false },
    ...{ p_name: 'Vera', ...more },
  });
const moved = () => ({
  ...{ p_id: randomUUID(), p_to: NO_SUCH, p_new: randomUUID(), p_form: 'digital', p_wait: false, p_despite: false },
});
