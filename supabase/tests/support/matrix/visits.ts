import { visitRequest } from '../visits.ts';
import { ADULT, but, closed, DESK, JOB, NONE, type Row, WEBSITE } from './columns.ts';

export const visits: Row[] = [
  ['booking_adults', '', () => ({}), ADULT],
  ['request_visit', '', () => visitRequest(), WEBSITE],
  ['request_visit', 'without the gate', () => visitRequest(closed), NONE],
  ['visit_requests', '', () => ({}), DESK],
  [
    'answer_visit',
    'that there is none of',
    () => ({ p_number: 99_999_999, p_state: 'declined' }),
    but(DESK, 'not_found', 'not_found', 'not_found', 'not_found'),
  ],
  ['forget_visits', '', () => ({ p_months: 24 }), JOB],
];
