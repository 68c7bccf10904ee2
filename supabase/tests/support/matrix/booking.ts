import { randomUUID } from 'node:crypto';
import type { Cast } from '../cast.ts';
import { visitor } from '../occasions.ts';
import { ADULT, at, but, closed, gate, JOB, type Me, NONE, type Row, WEBSITE } from './columns.ts';

const EVERYBODY = NONE.replaceAll('-  ', 'yes').replace(/yes(\s*)$/, '-  $1');
const people = JSON.stringify([{ name: 'Vera Exempelgren' }]);
const ofPerson = (id?: string) => JSON.stringify([{ member: id ?? randomUUID() }]);
const link = ({ booked }: Cast) => ({ ...gate, p_id: booked.visitors, p_key: booked.key });
const no = (...words: string[]) => but(ADULT, ...words);

const home = (c: Cast, me: Me, more: object = {}) => ({
  ...{ p_id: randomUUID(), p_number: c.booked.next, p_form: 'digital', p_people: ofPerson(me.id), p_needs: '{}' },
  ...{ p_wait: false, p_despite: false, ...more },
});
const plan = (c: Cast, p_people: string) => ({
  p_plan: JSON.stringify([{ id: randomUUID(), occasion: c.booked.next, form: 'digital' }]),
  p_people,
});
const change = (p_id: string, member: string | undefined) => ({
  ...{ p_id, p_form: 'physical', p_people: ofPerson(member), p_wait: false },
});

/** What there is to book, who books, and who comes to a booking that stands. booking-input.test.ts and booking-edges.test.ts go further. */
export const booking: Row[] = [
  ['calendar', '', (c) => ({ p_activity: c.booked.activity }), EVERYBODY],
  ['calendar', 'of what is not held', () => ({ p_activity: 'nothing-of-ours' }), EVERYBODY.replaceAll('yes', 'empty')],
  ['occasion_page', 'of one for everyone', (c) => at(c.booked.open), EVERYBODY],
  ['occasion_page', 'of a draft', (c) => at(c.booked.draft), EVERYBODY.replaceAll('yes', 'nothing')],
  [
    'occasion_page',
    'of one for homes in assessment',
    (c) => at(c.booked.homes),
    'nothing nothing nothing | yes yes nothing | nothing nothing nothing nothing | nothing nothing nothing | -',
  ],
  ['occasion_page', 'of one for guests', (c) => at(c.booked.guests), EVERYBODY.replaceAll('yes', 'nothing')],
  ['occasion_page', 'with the code of the guests', (c) => at(c.booked.guests, { p_guest_code: c.booked.guestCode }), EVERYBODY],
  [
    'occasion_page',
    'with the code of another occasion',
    (c) => at(c.booked.homes, { p_guest_code: c.booked.guestCode }),
    'nothing nothing nothing | yes yes nothing | nothing nothing nothing nothing | nothing nothing nothing | -',
  ],

  ['book_as_visitor', '', (c) => visitor({ number: c.booked.next }), WEBSITE],
  ['book_as_visitor', 'past the website', (c) => visitor({ number: c.booked.next }, 1, closed), NONE],
  ['book_as_visitor', 'a draft', (c) => visitor({ number: c.booked.draft }), WEBSITE.replace('yes', 'not_published')],
  ['book_as_visitor', 'what is for homes', (c) => visitor({ number: c.booked.homes }), WEBSITE.replace('yes', 'not_for_you')],
  ['book_as_visitor', 'what is for guests', (c) => visitor({ number: c.booked.guests }), WEBSITE.replace('yes', 'not_for_you')],
  [
    'book_as_visitor',
    'as a guest',
    (c) => visitor({ number: c.booked.guests }, 1, { p_guest_code: c.booked.guestCode }),
    WEBSITE,
  ],
  [
    'book_as_visitor',
    'in an adult’s name',
    (c) => visitor({ number: c.booked.next }, 1, { p_people: ofPerson(c.people.adultA.id) }),
    NONE,
  ],
  ['visitor_booking', '', link, WEBSITE],
  ['visitor_booking', 'past the website', (c) => ({ ...link(c), ...closed }), NONE],
  ['visitor_booking', 'with a guess', (c) => ({ ...link(c), p_key: 'a guess' }), NONE],
  ['visitor_booking', 'of a home', (c) => ({ ...link(c), p_id: c.booked.both }), NONE],
  ['change_visitor_booking', '', (c) => ({ ...link(c), p_form: 'physical', p_people: people, p_wait: false }), WEBSITE],
  [
    'change_visitor_booking',
    'with a guess',
    (c) => ({ ...link(c), p_key: 'a guess', p_form: 'physical', p_people: people, p_wait: false }),
    NONE,
  ],
  ['set_visitor_needs', '', (c) => ({ ...link(c), p_needs: '{"food":"Nötter"}' }), WEBSITE],
  ['set_visitor_needs', 'of a home', (c) => ({ ...link(c), p_id: c.booked.both, p_needs: '{}' }), NONE],
  ['act_on_visitor_booking', 'to cancel', (c) => ({ ...link(c), p_act: 'cancel' }), WEBSITE],
  [
    'act_on_visitor_booking',
    'to take what is not offered',
    (c) => ({ ...link(c), p_act: 'accept' }),
    WEBSITE.replace('yes', 'no_offer'),
  ],
  ['act_on_visitor_booking', 'with a guess', (c) => ({ ...link(c), p_key: 'a guess', p_act: 'cancel' }), NONE],

  ['book_for_home', '', home, ADULT],
  [
    'book_for_home',
    'what they have',
    (c, me) => home(c, me, { p_number: c.booked.open }),
    no('booked_already', 'booked_already', 'yes'),
  ],
  [
    'book_for_home',
    'what is for homes in assessment',
    (c, me) => home(c, me, { p_number: c.booked.homes }),
    no('booked_already', 'yes', 'not_for_you'),
  ],
  [
    'book_for_home',
    'what is for guests',
    (c, me) => home(c, me, { p_number: c.booked.guests }),
    no('not_for_you', 'not_for_you', 'not_for_you'),
  ],
  ['book_for_home', 'an adult', (c, me) => home(c, me, { p_people: ofPerson(c.people.adultA.id) }), no('yes', 'yes', '-')],
  ['book_for_home', 'somebody with a name', (c, me) => home(c, me, { p_people: people }), NONE],
  [
    'book_for_home',
    'with another’s booking',
    (c, me) => home(c, me, { p_id: c.booked.ofA, p_number: c.booked.homes }),
    no('yes', '-', '-'),
  ],
  ['book_plan', '', (c, me) => plan(c, ofPerson(me.id)), ADULT],
  ['book_plan', 'for an adult', (c) => plan(c, ofPerson(c.people.adultA.id)), no('yes', 'yes', '-')],
  ['my_bookings', '', () => ({}), no('yes', 'yes', 'empty')],
  ['my_booking', 'of both adults', (c) => ({ p_id: c.booked.both }), no('yes', 'yes', '-')],
  ['my_booking', 'that adult A has for themselves', (c) => ({ p_id: c.booked.ofA }), no('yes', '-', '-')],
  ['my_booking', 'of a visitor', (c) => ({ p_id: c.booked.visitors }), NONE],
  ['change_my_booking', 'of both adults', (c, me) => change(c.booked.both, me.id), no('yes', 'yes', '-')],
  ['change_my_booking', 'that adult A has for themselves', (c) => change(c.booked.ofA, c.people.adultA.id), no('yes', '-', '-')],
  ['change_my_booking', 'to an adult of another home', (c) => change(c.booked.both, c.people.other.id), NONE],
  [
    'set_my_needs',
    'of both adults, which adult A booked',
    (c) => ({ p_id: c.booked.both, p_needs: '{"access":["captions"]}' }),
    no('yes', '-', '-'),
  ],
  ['set_my_needs', 'of adult A', (c) => ({ p_id: c.booked.ofA, p_needs: '{}' }), no('yes', '-', '-')],
  ['act_on_my_booking', 'to cancel for both', (c) => ({ p_id: c.booked.both, p_act: 'cancel' }), no('yes', 'yes', '-')],
  ['act_on_my_booking', 'to cancel for adult A', (c) => ({ p_id: c.booked.ofA, p_act: 'cancel' }), no('yes', '-', '-')],
  ['act_on_my_booking', 'of a visitor', (c) => ({ p_id: c.booked.visitors, p_act: 'cancel' }), NONE],
  ['pass_on_offers', '', () => ({}), JOB],
];
