import type { Cast } from '../cast.ts';
import { ADULT, address, at, but, DESK, HEAD, HOME, OPEN, type Row } from './columns.ts';

/** The first day of the month after next. */
const month = () => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 1)).toISOString().slice(0, 10);
};
const toA = (c: Cast) => ({ p_member: c.people.adultA.id });

export const matter: Row[] = [
  ['ask_adult', '', () => ({ p_first_name: 'Ny', p_last_name: 'Vuxensson', ...email(address()) }), ADULT],
  [
    'ask_adult',
    'with one’s own address; of another’s nobody is told',
    (c) => ({ p_first_name: 'Ny', p_last_name: 'Vuxensson', ...email(c.people.adultA.email) }),
    but(ADULT, 'here_already', 'yes', 'yes'),
  ],
  ['take_back_asking', 'of nobody', (c) => toA(c), but(ADULT, 'no', 'no', 'no')],
  [
    'my_invitation',
    'when nobody has asked',
    () => ({}),
    '- nothing nothing | nothing nothing nothing | nothing nothing nothing nothing | nothing nothing nothing | -',
  ],
  ['answer_invitation', 'that nobody has made', () => ({ p_yes: true }), but(ADULT, '-', '-', '-')],
  ['pause_own', '', () => ({ p_month: month() }), ADULT],
  ['pause_own', 'to a day that is no month', () => ({ p_month: '2020-02-01' }), but(ADULT, ...Array(3).fill('not_a_month'))],
  ['resume_own', '', () => ({}), ADULT],
  ['withdraw_own', '', () => ({}), ADULT],
  ['my_messages', '', () => ({}), but(ADULT, 'yes', 'empty', 'empty')],
  ['send_message', '', () => ({ p_body: 'Hej' }), ADULT],

  ['log_call', 'in assessment', (c) => at(c.home, { p_reached: true }), HOME],
  ['log_call', 'only registered', (c) => at(c.fresh, { p_reached: false, p_note: 'Ingen svarade' }), OPEN],
  ['set_step', '', (c) => at(c.home, { p_step: c.step, p_done_on: '2026-11-20' }), HOME],
  ['set_step', 'of another home', (c) => at(c.fresh, { p_step: c.step }), but(OPEN, ...Array(3).fill('not_this_one'))],
  ['pause_household', '', (c) => at(c.home, { p_month: month() }), HOME],
  ['pause_household', 'no more', (c) => at(c.home), HOME],
  ['ask_again', '', (c) => at(c.home, { p_on: month() }), HOME],
  ['ask_again', 'on a day that has been', (c) => at(c.home, { p_on: '2020-02-01' }), but(HOME, 'not_ahead', 'not_ahead')],
  ['invite_to_information', '', (c) => at(c.fresh, { p_at: `${month()}T10:00:00Z` }), OPEN],
  [
    'invite_to_information',
    'in assessment',
    (c) => at(c.home, { p_at: `${month()}T10:00:00Z` }),
    but(HOME, 'begun_already', 'begun_already'),
  ],
  [
    'invite_to_information',
    'at a time that has been',
    (c) => at(c.fresh, { p_at: '2020-02-01T10:00:00Z' }),
    but(OPEN, ...Array(3).fill('not_ahead')),
  ],
  ['message_adult', '', (c) => at(c.home, { ...toA(c), p_body: 'Hej Amira' }), HOME],
  [
    'message_adult',
    'of another home',
    (c) => at(c.fresh, { ...toA(c), p_body: 'Hej' }),
    but(OPEN, ...Array(3).fill('not_this_one')),
  ],
  ['adult_messages', '', (c) => at(c.home, toA(c)), HOME],
  ['adult_messages', 'of another home', (c) => at(c.fresh, toA(c)), but(OPEN, 'empty', 'empty', 'empty')],
  ['close_household', 'in assessment', (c) => at(c.home, { p_why: 'not_now', p_body: 'Tack för den här tiden.' }), HOME],
  ['close_household', 'only registered', (c) => at(c.fresh, { p_why: 'not_reached' }), OPEN],
  [
    'close_household',
    'a protected home',
    (c) => at(c.hidden, { p_why: 'not_now' }),
    but(OPEN, 'yes', 'coordinators_only', 'yes'),
  ],
  ['reopen_household', 'that is open', (c) => at(c.home), HOME],
  ['hand_over', '', (c) => at(c.home, { p_from: c.people.own.id, p_to: c.people.colleague.id }), HOME],
  [
    'hand_over',
    'to who is related',
    (c) => at(c.home, { p_from: c.people.own.id, p_to: c.people.related.id }),
    but(HOME, 'not_this_one', 'not_this_one'),
  ],
  ['my_day', '', () => ({}), DESK],
  ['my_day', 'of another', (c) => ({ p_staff: c.people.own.id }), but(DESK, 'yes', '-', '-', 'yes')],
  ['my_day', 'of all', () => ({ p_all: true }), HEAD],
  ['days_of_all', '', () => ({}), HEAD],
  ['head_figures', '', () => ({ p_year: 2026 }), HEAD],
];

const email = (value: string) => ({ p_email: value, p_email_key: value });
