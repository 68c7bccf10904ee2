import { buildWhenStale } from '../../supabase/local/build.ts';
import { startSupabase } from '../../supabase/local/embedded.ts';
import { listenOnLoopback } from '../../supabase/local/listen.ts';
import { startMailbox } from '../../supabase/local/mailbox/server.ts';
import { setGate } from '../../supabase/local/prepare.ts';
import { demoEnvironment, demoSettings } from '../../supabase/local/settings.ts';
import { builtSite } from '../../supabase/local/site.ts';

/** The whole site over a PostgreSQL server, as a process of its own. Says "ready" when it is. */
const { DATABASE_URL = '', LOCAL_DIR = '', PORTS = '' } = process.env;
const [site = 0, mailbox = 0, supabase = 0] = PORTS.split(',').map(Number);
const siteUrl = `http://localhost:${site}`;
const settings = await demoSettings(LOCAL_DIR);

Object.assign(process.env, demoEnvironment(settings, { site, mailbox, supabase }, siteUrl), { TRUSTED_PROXIES: '1' });
await buildWhenStale(() => undefined);
await startMailbox({ port: mailbox, file: `${LOCAL_DIR}/mailbox.jsonl`, apiKey: settings.resendKey });
const embedded = await startSupabase({
  database: { kind: 'postgres', url: DATABASE_URL },
  port: supabase,
  siteUrl,
  ...settings,
});
await setGate(embedded.sql, settings.siteSecret);
await listenOnLoopback(await builtSite(siteUrl), site);
process.stdout.write('ready\n');
