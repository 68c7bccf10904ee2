import { paths } from '../../src/paths.ts';
import { type Embedded, startSupabase } from './embedded.ts';
import type { Listening } from './listen.ts';
import { lock } from './lock.ts';
import { type Mailbox, startMailbox } from './mailbox/server.ts';
import { type Ports, portsFrom, requireFree } from './ports.ts';
import { seedAuthenticators, seedOnce, setGate } from './prepare.ts';
import { startScheduler } from './scheduler.ts';
import { type DemoSettings, demoEnvironment, demoSettings, localDir, localSiteUrl } from './settings.ts';
import { onStop } from './stopping.ts';
import { welcome } from './welcome.ts';

export type Ground = { ports: Ports; siteUrl: string; say: (text: string) => void };

/** Everything that the site stands on, then the site, until somebody stops it. */
export async function startGround(mode: 'demo' | 'dev', startSite: (ground: Ground) => Promise<Listening>): Promise<void> {
  const say = console.log;
  const ports = portsFrom(process.env);
  const siteUrl = localSiteUrl(process.env, ports.site);
  const dir = localDir();
  const closing: (() => unknown)[] = [];
  onStop(closing);

  closing.push(await lock(dir, ports.supabase));
  await requireFree(ports);
  const settings = await demoSettings(dir);
  Object.assign(process.env, demoEnvironment(settings, ports, siteUrl));
  const mailbox = await mailboxOf(settings, ports, dir, siteUrl);
  closing.push(mailbox.close);
  const supabase = await supabaseOf(settings, ports, dir, siteUrl);
  closing.push(supabase.close);
  await setGate(supabase.sql, settings.siteSecret);
  await seedOnce(supabase.sql);
  await seedAuthenticators(supabase.sql, settings);
  const site = await startSite({ ports, siteUrl, say });
  closing.push(site.close, startScheduler(siteUrl, settings.cronSecret, say));
  say(welcome({ mode, siteUrl, mailboxUrl: mailbox.url, supabaseUrl: supabase.url, dir }));
}

function mailboxOf(settings: DemoSettings, ports: Ports, dir: string, siteUrl: string): Promise<Mailbox> {
  return startMailbox({
    port: ports.mailbox,
    file: `${dir}/mailbox.jsonl`,
    apiKey: settings.resendKey,
    webhook: { url: new URL(paths.webhooks.resend, siteUrl).href, secret: settings.webhookSecret },
    authenticators: settings.authenticators,
  });
}

function supabaseOf(settings: DemoSettings, ports: Ports, dir: string, siteUrl: string): Promise<Embedded> {
  return startSupabase({
    database: { kind: 'pglite', dir: `${dir}/db` },
    port: ports.supabase,
    publishableKey: settings.publishableKey,
    secretKey: settings.secretKey,
    jwtSecret: settings.jwtSecret,
    siteUrl,
  });
}
