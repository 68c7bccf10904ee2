import { randomUUID } from 'node:crypto';
import { ADULT, but, closed, gate, key, type Row, WEBSITE } from './columns.ts';

const NO_CODE = '222222222222';
const asked = () => ({ p_network_key: key(), p_code: NO_CODE });
const link = () => ({ p_id: randomUUID(), p_key: key() });

/** Courses and certificates; course-record.test.ts and certificates.test.ts go further. */
export const courses: Row[] = [
  ['my_course_record', '', () => ({}), ADULT],
  ['my_certificate', 'that is none', () => ({ p_code: NO_CODE }), but(ADULT, 'nothing', 'nothing', 'nothing')],
  ['check_certificate', 'that is none', () => ({ ...gate, ...asked() }), but(WEBSITE, 'unknown')],
  ['check_certificate', 'with the gate closed', () => ({ ...closed, ...asked() }), but(WEBSITE, '-')],
  ['visitor_certificates', 'by no link', () => ({ ...gate, ...link() }), but(WEBSITE, '-')],
];
