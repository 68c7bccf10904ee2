import { randomUUID } from 'node:crypto';
import type { Cast } from '../cast.ts';
import { ADULT, at, but, DESK, HOME, OPEN, type Row } from './columns.ts';

export const family: Row[] = [
  ['my_home', '', () => ({}), ADULT],
  ['who_opened', 'when nobody did', () => ({}), but(ADULT, 'empty', 'empty', 'empty')],
  ['share_contact', '', () => ({ p_on: true }), ADULT],
  ['ask_own_address', '', () => ({ p_email: 'Ny@exempel.example', p_email_key: 'ny@exempel.example' }), ADULT],
  ['change_own_address', 'without a mail', () => ({ p_token: randomUUID() }), but(ADULT, 'old', 'old', 'old')],
  ['change_phone', '', () => ({ p_phone: '+46701740699' }), ADULT],
  ['set_own_silence', '', () => ({ p_times: 'Torsdagar' }), ADULT],
  ['make_request', '', () => ({ p_kind: 'erasure' }), ADULT],
  ['make_request', 'that adult A has made', () => ({ p_kind: 'insight' }), but(ADULT, 'asked_already', 'yes', 'yes')],
  ['withdraw_request', 'of adult A', (c) => ({ p_request: c.request }), but(ADULT, 'yes', 'no', 'no')],
  ['my_requests', '', () => ({}), but(ADULT, 'yes', 'empty', 'empty')],
  ['my_copy', '', () => ({}), ADULT],
  ['waiting_requests', '', () => ({}), DESK],
  ['household_requests', '', (c) => at(c.home), HOME],
  ['decide_request', '', (c) => at(c.home, decision(c)), HOME],
  [
    'decide_request',
    'of another home',
    (c) => at(c.fresh, decision(c)),
    but(OPEN, 'settled_already', 'settled_already', 'settled_already'),
  ],
];

const decision = ({ request }: Cast) => ({ p_request: request, p_decision: 'granted', p_reason: 'Skickas med brev' });
