import { paths } from '../../src/paths.ts';

const EVERY_MINUTE = [
  { name: 'Bokningarnas jobb', path: paths.jobs.bookings },
  { name: 'Utkorgens jobb', path: paths.jobs.outbox },
  { name: 'Kodernas jobb', path: paths.jobs.codes },
];
const EVERY_HOUR = [{ name: 'Gallringens jobb', path: paths.jobs.keeping }];

/** Starts the jobs at once and then every minute or hour, as pg_cron does on hosted Supabase. Returns how to stop them. */
export function startScheduler(siteUrl: string, cronSecret: string, say: (text: string) => void): () => void {
  const start = ({ name, path }: { name: string; path: string }, everyMs: number) => {
    const run = oneAtMost(() => runJob(new URL(path, siteUrl), name, cronSecret, say));
    void run();
    return setInterval(() => void run(), everyMs);
  };
  const timers = [...EVERY_MINUTE.map((job) => start(job, 60_000)), ...EVERY_HOUR.map((job) => start(job, 3_600_000))];
  return () => timers.forEach(clearInterval);
}

/** A run that is asked for while one is under way is left out. */
function oneAtMost(work: () => Promise<void>): () => Promise<void> {
  let running = false;
  return async () => {
    if (running) return;
    running = true;
    await work();
    running = false;
  };
}

async function runJob(address: URL, name: string, cronSecret: string, say: (text: string) => void): Promise<void> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${cronSecret}` },
      signal: AbortSignal.timeout(50_000),
    });
    await answer.body?.cancel();
    if (!answer.ok) say(`${name} svarade ${answer.status}. Det görs om senare.`);
  } catch {
    say(`${name} gick inte att nå. Det görs om senare.`);
  }
}
