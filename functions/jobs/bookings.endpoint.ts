import { jobDb } from '../../src/shared/db/clients.ts';
import { after } from '../../src/shared/http/after.ts';
import { logFault } from '../../src/shared/http/log.ts';
import { kickOutbox } from '../../src/shared/jobs/kick.ts';
import { mayStartJobs } from './bearer.ts';
import { tendBookings } from './tend-bookings.ts';

/**
 * The address of the job that tends bookings. What it wrote to the outbox is sent at once, and by the outbox's own job when that
 * goes wrong. Answers with counts, or 503 with the id of the fault.
 */
export async function bookingsEndpoint(request: Request): Promise<Response> {
  if (!mayStartJobs(request)) return new Response('Inte tillåtet', { status: 401 });
  try {
    const tended = await tendBookings({ db: jobDb() });
    if (Object.values(tended).some((count) => count > 0)) after(kickOutbox());
    return Response.json(tended);
  } catch (error) {
    return Response.json({ error: logFault(error) }, { status: 503 });
  }
}
