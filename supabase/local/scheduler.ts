import { paths } from '../../src/paths.ts';

/** Starts the outbox's job at once and then every minute, as pg_cron does on hosted Supabase. Returns how to stop it. */
export function startScheduler(siteUrl: string, cronSecret: string, say: (text: string) => void): () => void {
  let running = false;
  const run = async () => {
    if (running) return;
    running = true;
    try {
      const address = new URL(paths.jobs.outbox, siteUrl);
      const answer = await fetch(address, {
        method: 'POST',
        headers: { authorization: `Bearer ${cronSecret}` },
        signal: AbortSignal.timeout(50_000),
      });
      await answer.body?.cancel();
      if (!answer.ok) say(`Utkorgens jobb svarade ${answer.status}. Det görs om nästa minut.`);
    } catch {
      say('Utkorgens jobb gick inte att nå. Det görs om nästa minut.');
    } finally {
      running = false;
    }
  };
  void run();
  const timer = setInterval(() => void run(), 60_000);
  return () => clearInterval(timer);
}
