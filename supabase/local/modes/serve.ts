import { existsSync } from 'node:fs';
import { serveFaults } from '../../../src/shared/env.ts';
import { buildWhenStale } from '../build.ts';
import { listenOn, listenOnLoopback } from '../listen.ts';
import { ownServerFaults } from '../own-server.ts';
import { ownSupabase } from '../own-supabase.ts';
import { port, requireFree } from '../ports.ts';
import { startScheduler } from '../scheduler.ts';
import { builtSite } from '../site.ts';
import { Stop } from '../stop.ts';
import { onStop } from '../stopping.ts';

const SUPABASE_PORT = 54321;

/** Real hosting on a server of one's own, behind a proxy that ends TLS. Starts with every setting right, or not at all. */
export async function run(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { DATABASE_URL, HOST = '127.0.0.1' } = process.env;
  const ports = {
    site: port(process.env, 'PORT', 4321),
    ...(DATABASE_URL && { supabase: port(process.env, 'SUPABASE_PORT', SUPABASE_PORT) }),
  };
  if (ports.supabase) process.env.SUPABASE_URL = `http://127.0.0.1:${ports.supabase}`;
  const faults = [...serveFaults(process.env), ...ownServerFaults(process.env)];
  if (faults.length > 0) throw new Stop(['Inställningarna räcker inte, så webbplatsen startar inte:', ...faults].join('\n  '));
  await requireFree(ports);

  const closing: (() => unknown)[] = [];
  onStop(closing);
  if (DATABASE_URL && ports.supabase) closing.push((await ownSupabase(DATABASE_URL, ports.supabase)).close);
  await buildWhenStale(console.log);
  const { SITE_URL = '', CRON_SECRET = '' } = process.env;
  const site = await builtSite(SITE_URL);
  const listening = HOST === '127.0.0.1' ? await listenOnLoopback(site, ports.site) : await listenOn(site, ports.site, HOST);
  closing.push(
    listening.close,
    startScheduler(`http://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${ports.site}`, CRON_SECRET, console.log),
  );
  console.log(`${SITE_URL} serveras på ${HOST}:${ports.site}. Utkorgen töms varje minut.`);
}
