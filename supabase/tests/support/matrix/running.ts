import { randomUUID } from 'node:crypto';
import { at, but, DESK, type Row } from './columns.ts';

const all = (word: string) => [word, word, word, word];
const nowhere = 999_999_999_999;
const draft = () =>
  JSON.stringify({
    activity: 'connect',
    title: 'Connect',
    audience: ['foster_homes'],
    digital_seats: 8,
    sessions: [{ starts_at: '2030-01-10T17:00:00Z', ends_at: '2030-01-10T19:00:00Z', form: 'digital' }],
  });

export const running: Row[] = [
  ['desk_occasions', '', () => ({ p_activity: 'no-such-one' }), but(DESK, ...all('empty'))],
  ['desk_occasion', 'that is not there', () => at(nowhere), but(DESK, ...all('nothing'))],
  ['save_occasion', '', () => ({ p_id: randomUUID(), p_occasion: draft() }), DESK],
  [
    'save_occasion',
    'that is not there',
    () => ({ p_id: randomUUID(), p_occasion: draft(), p_seen: 1 }),
    but(DESK, ...all('missing')),
  ],
  ['copy_occasion', '', () => ({ p_id: randomUUID(), p_number: nowhere, p_on: '2030-02-10' }), but(DESK, ...all('missing'))],
  ['act_on_occasion', '', () => at(nowhere, { p_act: 'publish' }), but(DESK, ...all('missing'))],
  ['cancel_occasion', '', () => at(nowhere, { p_why: 'Ledaren är sjuk' }), but(DESK, ...all('missing'))],
  ['move_session', '', () => at(nowhere, { p_to: '{}' }), but(DESK, ...all('missing'))],
  ['set_capacity', '', () => at(nowhere, { p_digital: 4 }), but(DESK, ...all('missing'))],
  ['offer_seat', '', () => at(nowhere, { p_booking: randomUUID() }), but(DESK, ...all('missing'))],
  [
    'message_booked',
    '',
    () => at(nowhere, { p_press: randomUUID(), p_to: 'both', p_subject: 'Ta med', p_body: 'Ta med en tröja' }),
    but(DESK, ...all('missing')),
  ],
  ['information_months', '', () => ({}), but(DESK, ...all('empty'))],
  ['make_information_year', 'of no month', () => ({ p_year: JSON.stringify({ title: 'Så funkar det', months: [] }) }), DESK],
];
