import { timingSafeEqual } from 'node:crypto';
import { env } from '../../src/shared/env.ts';

/** Whether the request knows CRON_SECRET, and so may start a job. */
export function mayStartJobs(request: Request): boolean {
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${env().CRON_SECRET}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
