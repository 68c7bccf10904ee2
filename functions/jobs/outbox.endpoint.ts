import { Resend } from 'resend';
import { jobDb } from '../../src/shared/db/clients.ts';
import { derivedKey, env } from '../../src/shared/env.ts';
import { facts } from '../../src/shared/facts/facts.ts';
import { logFault, logNotice } from '../../src/shared/http/log.ts';
import { deliver } from '../../src/shared/outbox/deliver.ts';
import { mayStartJobs } from './bearer.ts';
import { renderMail } from './render-mail.tsx';
import { sendOutbox } from './send-outbox.ts';

/** The job's address: only who knows CRON_SECRET may start it. Answers with counts, or 503 with the id of the fault. */
export async function outboxEndpoint(request: Request): Promise<Response> {
  if (!mayStartJobs(request)) return new Response('Inte tillåtet', { status: 401 });
  const { SITE_URL, RESEND_API_KEY, RESEND_BASE_URL, MAIL_FROM, MAIL_NOTICE_TO } = env();
  const resend = new Resend(RESEND_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {});
  const db = jobDb();
  const post = { from: MAIL_FROM, noticeTo: MAIL_NOTICE_TO, siteUrl: SITE_URL, facts, bookingSecret: derivedKey('booking') };
  try {
    const counts = await sendOutbox({
      db,
      render: (mail) => renderMail(mail, post),
      deliver: (letter, key, tag) => deliver(resend, letter, key, tag),
      report: (failure) => logNotice('mail not sent', failure),
    });
    return Response.json(counts);
  } catch (error) {
    return Response.json({ error: logFault(error) }, { status: 503 });
  }
}
