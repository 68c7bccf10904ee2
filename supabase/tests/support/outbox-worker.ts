import { createClient } from '@supabase/supabase-js';
import { Resend } from 'resend';
import { sendOutbox } from '../../../functions/jobs/send-outbox.ts';
import type { Database } from '../../../src/shared/db/database.types.ts';
import { deliver } from '../../../src/shared/outbox/deliver.ts';

/**
 * The outbox job as a process of its own, which kills itself as `kill -9` would at the n-th seam between two steps.
 * Settings come from the environment: SUPABASE_URL, SUPABASE_SECRET_KEY, RESEND_BASE_URL, NOW (ms), DIE_AT (n, optional).
 */
const { SUPABASE_URL = '', SUPABASE_SECRET_KEY = '', RESEND_BASE_URL = '', NOW = '', DIE_AT } = process.env;
const resend = new Resend('re_tests', { baseUrl: RESEND_BASE_URL });
let seams = 0;

await sendOutbox({
  db: createClient<Database>(SUPABASE_URL, SUPABASE_SECRET_KEY, { auth: { persistSession: false, autoRefreshToken: false } }),
  render: (mail) =>
    Promise.resolve({
      from: 'GFO <gfo@exempel.example>',
      to: mail.recipient ?? 'gfo@exempel.example',
      subject: mail.template ?? '',
      html: `<p>${mail.id}</p>`,
      text: mail.id ?? '',
    }),
  deliver: (letter, key, mailId) => deliver(resend, letter, key, mailId),
  now: () => new Date(Number(NOW)),
  at: () => {
    seams += 1;
    if (seams === Number(DIE_AT)) process.kill(process.pid, 'SIGKILL');
  },
});
process.stdout.write(String(seams));
