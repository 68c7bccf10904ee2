import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { newSecret } from '../../src/features/second-factor/app-code.ts';
import { DEMO_STAFF } from './demo-people.ts';
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
  /** The secrets of the demo's authenticator apps, by staff member. */
  authenticators: z.record(z.string(), z.string()).default({}),
});
export type DemoSettings = z.infer<typeof schema>;

/** The demo's own secrets: made at the first start, kept after that, since what is stored was made with them. */
export async function demoSettings(dir: string): Promise<DemoSettings> {
  const file = `${dir}/demo.json`;
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined) {
    const parsed = schema.safeParse(json(text));
    if (!parsed.success) throw new Stop(`${file} går inte att läsa. Kör "npm run reset" för att börja om.`);
    return await withAuthenticators(parsed.data, file);
  }
  await mkdir(dir, { recursive: true });
  const made = {
    siteSecret: secret(),
    jwtSecret: secret(),
    publishableKey: `sb_publishable_${secret()}`,
    secretKey: `sb_secret_${secret()}`,
    resendKey: `re_${secret()}`,
    webhookSecret: `whsec_${randomBytes(24).toString('base64')}`,
    cronSecret: secret(),
    authenticators: {},
  };
  return await withAuthenticators(made, file);
}

/** Makes the secrets that are missing, in settings from before a staff member was in the demo too, and keeps them. */
async function withAuthenticators(settings: DemoSettings, file: string): Promise<DemoSettings> {
  const missing = DEMO_STAFF.filter(({ email }) => !settings.authenticators[email]);
  if (missing.length === 0) return settings;
  const made = Object.fromEntries(missing.map(({ email }) => [email, newSecret()]));
  const whole = { ...settings, authenticators: { ...settings.authenticators, ...made } };
  // Written beside and moved into place: a start that is killed half-way leaves no half file.
  await writeFile(`${file}.new`, JSON.stringify(whole, undefined, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return whole;
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
    FIRST_HEAD_EMAIL: '',
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
