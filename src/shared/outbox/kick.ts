import { paths } from '../../paths.ts';
import { env } from '../env.ts';

let running = false;
let wanted = false;

/**
 * Asks the outbox to run now instead of at the next minute. It is only a hurry: when the call is lost, the schedule
 * sends what is waiting. Many at once become one run and one more after it, for what came while it ran; only the first
 * waits for it, and hears when it fails.
 */
export async function kickOutbox(): Promise<void> {
  wanted = true;
  if (running) return;
  running = true;
  try {
    await runWhileWanted();
  } finally {
    running = false;
  }
}

async function runWhileWanted(): Promise<void> {
  while (wanted) {
    wanted = false;
    const answer = await fetch(new URL(paths.jobs.outbox, env().SITE_URL), {
      method: 'POST',
      headers: { authorization: `Bearer ${env().CRON_SECRET}` },
      signal: AbortSignal.timeout(25_000),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The outbox answered ${answer.status}.`);
  }
}
