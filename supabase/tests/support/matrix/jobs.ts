import { randomUUID } from 'node:crypto';
import { but, JOB, key, type Row } from './columns.ts';

export const jobs: Row[] = [
  ['claim_mails', 'none', () => ({ p_limit: 0 }), but(JOB, 'empty')],
  ['stamp_mail_sent', '', (c) => ({ p_mail: c.mail, p_claim: c.homeId, p_provider_id: 'p' }), JOB],
  ['stamp_mail_failed', '', (c) => ({ p_mail: c.mail, p_claim: c.homeId, p_error: 'e', p_failure: 'busy' }), JOB],
  [
    'record_mail_event',
    '',
    (c) => ({ p_event: key(), p_mail: c.mail, p_generation: 1, p_kind: 'delivered', p_at: '2026-11-25' }),
    JOB,
  ],
  ['stuck_mails', '', () => ({}), but(JOB, 'empty')],
  ['retry_mail', 'that is on its way', (c) => ({ p_mail: c.mail }), but(JOB, 'no')],
  ['settle_mail', 'that is on its way', (c) => ({ p_mail: c.mail }), but(JOB, 'no')],
  ['claim_code_wishes', 'of nobody of ours', () => ({}), but(JOB, 'empty')],
  ['ensure_first_head', 'when there is one', () => ({ p_name: 'Chef', p_email: 'a@b', p_email_key: 'a@b' }), but(JOB, 'no')],
  ['keep_time', '', () => ({ p_months: 24, p_days: 30 }), JOB],
  ['forget_traces', '', () => ({ p_days: 30 }), JOB],
  ['accounts_to_erase', '', () => ({}), JOB],
  ['account_erased', '', () => ({ p_user: randomUUID() }), JOB],
  [
    'warn_of_consents',
    '',
    () => ({
      p_warnings: JSON.stringify([
        { key: `film/${key()}`, till: '2030-09-01', days: 30, title: 'Läxan', kind: 'film', path: '/min-vardag/laxan' },
      ]),
    }),
    JOB,
  ],
];
