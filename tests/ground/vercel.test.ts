import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';

const SITE_URL = 'https://www.familjehemgfo.se';
const settings = {
  SITE_URL,
  SITE_SECRET: 's'.repeat(40),
  SUPABASE_URL: 'http://127.0.0.1:9',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_prov',
  SUPABASE_SECRET_KEY: 'sb_secret_prov',
  RESEND_API_KEY: 're_prov',
  RESEND_WEBHOOK_SECRET: 'whsec_cHJvdg==',
  MAIL_FROM: 'GFO <gfo@familjehemgfo.se>',
  MAIL_NOTICE_TO: 'gfo@familjehemgfo.se',
  CRON_SECRET: 'c'.repeat(30),
};

type Output = { routes: { src?: string; headers?: Record<string, string>; continue?: boolean }[] };
let site: { fetch: (request: Request) => Promise<Response> };

beforeAll(async () => {
  const env = { ...process.env, ...settings, DEPLOY_TARGET: 'vercel', NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], { env });
  const folder = '.vercel/output/functions/_render.func';
  const { handler } = JSON.parse(await readFile(`${folder}/.vc-config.json`, 'utf8')) as { handler: string };
  Object.assign(process.env, settings, { VERCEL: '1' });
  site = (await import(pathToFileURL(resolve(folder, handler)).href)).default;
});

test('the function answers with the front page, in our headers', async () => {
  const answer = await site.fetch(new Request(SITE_URL));
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('<html lang="sv">');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
});

test('the function refuses what the own server refuses', async () => {
  const post = (headers: Record<string, string>) => site.fetch(new Request(SITE_URL, { method: 'POST', headers, body: 'a=1' }));
  expect((await post({ 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(403);
  expect((await post({ 'Content-Type': 'text/plain', Origin: SITE_URL })).status).toBe(415);
  expect((await site.fetch(new Request(`${SITE_URL}/api/jobb/utkorg`))).status).toBe(401);
});

test('files wear the headers too', async () => {
  const { routes } = JSON.parse(await readFile('.vercel/output/config.json', 'utf8')) as Output;
  expect(routes[0]).toMatchObject({ src: '/(.*)', continue: true });
  expect(routes[0]?.headers?.['Content-Security-Policy']).toContain("default-src 'none'");
});
