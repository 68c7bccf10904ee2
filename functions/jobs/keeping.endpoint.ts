import { Temporal } from 'temporal-polyfill';
import { warnOfConsents } from '../../src/features/consents/warn-of-consents.ts';
import { agreedTexts } from '../../src/shared/content/agreed-texts.ts';
import { jobDb } from '../../src/shared/db/clients.ts';
import { facts } from '../../src/shared/facts/facts.ts';
import { logFault } from '../../src/shared/http/log.ts';
import { mayStartJobs } from './bearer.ts';
import { keepTime } from './keep-time.ts';

/**
 * The address of the job that keeps and erases, and warns of consents that soon end; neither waits until the other goes well.
 * Answers with counts, or 503 with the id of each fault.
 */
export async function keepingEndpoint(request: Request): Promise<Response> {
  if (!mayStartJobs(request)) return new Response('Inte tillåtet', { status: 401 });
  const db = jobDb();
  const [kept, warned] = await Promise.allSettled([
    keepTime({ db, rule: facts.gallring }),
    warnOfConsents({ db, texts: agreedTexts, now: Temporal.Now.instant() }),
  ]);
  if (kept.status === 'fulfilled' && warned.status === 'fulfilled') return Response.json({ ...kept.value, warned: warned.value });
  const faults = [kept, warned].flatMap((done) => (done.status === 'rejected' ? [logFault(done.reason)] : []));
  return Response.json({ error: faults.join(' ') }, { status: 503 });
}
