import { paths } from '../../paths.ts';
import { env } from '../env.ts';

const underWay = new Map<string, { wanted: boolean }>();

/** Asks the outbox to run now instead of at the next minute. */
export const kickOutbox = () => kick(paths.jobs.outbox);

/**
 * Asks the job at the address to run now. It is only a hurry: when the call is lost, the schedule does what is waiting. Many
 * at once become one run and one more after it, for what came while it ran; only the first waits for it, and hears when it
 * fails.
 */
export async function kick(job: string): Promise<void> {
  const running = underWay.get(job);
  if (running) {
    running.wanted = true;
    return;
  }
  const run = { wanted: true };
  underWay.set(job, run);
  try {
    await runWhileWanted(job, run);
  } finally {
    underWay.delete(job);
  }
}

async function runWhileWanted(job: string, run: { wanted: boolean }): Promise<void> {
  while (run.wanted) {
    run.wanted = false;
    const answer = await fetch(new URL(job, env().SITE_URL), {
      method: 'POST',
      headers: { authorization: `Bearer ${env().CRON_SECRET}` },
      signal: AbortSignal.timeout(25_000),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The job at ${job} answered ${answer.status}.`);
  }
}
