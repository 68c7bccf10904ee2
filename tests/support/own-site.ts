import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale } from '../../supabase/local/build.ts';
import { type Embedded, startSupabase } from '../../supabase/local/embedded.ts';
import { listenOnLoopback } from '../../supabase/local/listen.ts';
import { type Mailbox, startMailbox } from '../../supabase/local/mailbox/server.ts';
import { freePort } from '../../supabase/local/postgres.ts';
import { setGate } from '../../supabase/local/prepare.ts';
import { type DemoSettings, demoEnvironment, demoSettings } from '../../supabase/local/settings.ts';
import { builtSite } from '../../supabase/local/site.ts';

export type OwnSite = {
  url: string;
  port: number;
  settings: DemoSettings;
  supabase: Embedded;
  mailbox: Mailbox;
  stop: () => Promise<void>;
};

/** The built site in this process, over a database in memory: what a test must look into from both sides. */
export async function startOwnSite(): Promise<OwnSite> {
  await buildWhenStale(() => undefined);
  const dir = await mkdtemp(join(tmpdir(), 'gfo-own-'));
  const [site, mailboxPort, supabasePort] = await Promise.all([freePort(), freePort(), freePort()]);
  const url = `http://localhost:${site}`;
  const settings = await demoSettings(dir);
  Object.assign(process.env, demoEnvironment(settings, { site, mailbox: mailboxPort, supabase: supabasePort }, url), {
    TRUSTED_PROXIES: '1',
  });
  const mailbox = await startMailbox({
    port: mailboxPort,
    file: `${dir}/mailbox.jsonl`,
    apiKey: settings.resendKey,
    webhook: { url: `${url}/api/webhooks/resend`, secret: settings.webhookSecret },
  });
  const supabase = await startSupabase({
    database: { kind: 'pglite' },
    port: supabasePort,
    siteUrl: url,
    ...settings,
  });
  await setGate(supabase.sql, settings.siteSecret);
  const listening = await listenOnLoopback(await builtSite(url), site);
  return {
    url,
    port: site,
    settings,
    supabase,
    mailbox,
    stop: async () => {
      await listening.close();
      await mailbox.close();
      await supabase.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
