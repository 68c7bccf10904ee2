import { jobDb } from '../../src/shared/db/clients.ts';
import { facts } from '../../src/shared/facts/facts.ts';
import { logFault } from '../../src/shared/http/log.ts';
import { mayStartJobs } from './bearer.ts';
import { keepTime } from './keep-time.ts';

/** The address of the job that keeps and erases. Answers with counts, or 503 with the id of the fault. */
export async function keepingEndpoint(request: Request): Promise<Response> {
  if (!mayStartJobs(request)) return new Response('Inte tillåtet', { status: 401 });
  try {
    return Response.json(await keepTime({ db: jobDb(), rule: facts.gallring }));
  } catch (error) {
    return Response.json({ error: logFault(error) }, { status: 503 });
  }
}
