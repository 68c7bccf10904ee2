import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Ports } from './ports.ts';
import { Stop } from './stop.ts';

/** Where the demo keeps its data. */
export const localDir = () => resolve(process.env.LOCAL_DIR ?? '.local');

const schema = z.object({
  siteSecret: z.string(),
  jwtSecret: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
  resendKey: z.string(),
  webhookSecret: z.string(),
  cronSecret: z.string(),
});
export type DemoSettings = z.infer<typeof schema>;

/** The demo's own secrets: made at the first start, kept after that, since what is stored was made with them. */
export async function demoSettings(dir: string): Promise<DemoSettings> {
  const file = `${dir}/demo.json`;
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined) {
    const parsed = schema.safeParse(json(text));
    if (parsed.success) return parsed.data;
    throw new Stop(`${file} går inte att läsa. Kör "npm run reset" för att börja om.`);
  }
  const made = {
    siteSecret: secret(),
    jwtSecret: secret(),
    publishableKey: `sb_publishable_${secret()}`,
    secretKey: `sb_secret_${secret()}`,
    resendKey: `re_${secret()}`,
    webhookSecret: `whsec_${randomBytes(24).toString('base64')}`,
    cronSecret: secret(),
  };
  await mkdir(dir, { recursive: true });
  // Written beside and moved into place: a start that is killed half-way leaves no half file.
  await writeFile(`${file}.new`, JSON.stringify(made, undefined, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
}

/** The environment that the site runs in, all of it local. */
export function demoEnvironment(settings: DemoSettings, ports: Ports, siteUrl: string): Record<string, string> {
  return {
    SITE_URL: siteUrl,
    SITE_SECRET: settings.siteSecret,
    SUPABASE_URL: `http://127.0.0.1:${ports.supabase}`,
    SUPABASE_PUBLISHABLE_KEY: settings.publishableKey,
    SUPABASE_SECRET_KEY: settings.secretKey,
    RESEND_API_KEY: settings.resendKey,
    RESEND_BASE_URL: `http://localhost:${ports.mailbox}`,
    RESEND_WEBHOOK_SECRET: settings.webhookSecret,
    MAIL_FROM: 'GFO familjehem <hej@familjehem.example>',
    MAIL_NOTICE_TO: 'gfo@familjehem.example',
    CRON_SECRET: settings.cronSecret,
    TRUSTED_PROXIES: process.env.TRUSTED_PROXIES ?? '0',
  };
}

/** The demo's address. Throws a Stop for an address that is not this machine's. */
export function localSiteUrl(source: Record<string, string | undefined>, port: number): string {
  const given = source.SITE_URL?.trim() || `http://localhost:${port}`;
  const hostname = URL.canParse(given) ? new URL(given).hostname : '';
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return new URL(given).origin;
  throw new Stop(
    `SITE_URL=${given} är inte den här datorn, och "npm start" är bara för prov. Kör "npm run serve" för skarp drift.`,
  );
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
