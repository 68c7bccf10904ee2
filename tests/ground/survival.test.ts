import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { expect, onTestFinished, test, vi } from 'vitest';
import { LARGEST_BODY } from '../../src/shared/http/body.ts';
import { startSupabase } from '../../supabase/local/embedded.ts';
import type { Message } from '../../supabase/local/mailbox/message.ts';
import { demoSettings } from '../../supabase/local/settings.ts';
import { finishedDraft } from '../support/draft.ts';
import { goneAfterTest } from '../support/temp.ts';
import { ownDemo as newDemo, printed, start } from './started.ts';

const STARTED = 'Stoppa:';

async function ownDemo() {
  const demo = await newDemo();
  goneAfterTest(demo.dir);
  return demo;
}

/** A start that does not outlive its test. */
function run(mode: string, settings: Record<string, string>) {
  const running = start(mode, settings);
  onTestFinished(() => void running.child.kill('SIGKILL'));
  return running;
}

/** Whom mails have come to, but for the demo's own people: these are reminded of what they have booked, on some days. */
async function arrived(settings: Record<string, string>): Promise<string[]> {
  const mails = (await (await fetch(`http://localhost:${settings.MAILBOX_PORT}/api/messages`)).json()) as Message[];
  return mails
    .map(({ to }) => to.join())
    .filter((to) => !to.endsWith('@exempel.example'))
    .sort();
}

async function register(settings: Record<string, string>, dir: string, email: string): Promise<number> {
  const site = `http://localhost:${settings.PORT}`;
  const { siteSecret } = await demoSettings(dir);
  const answer = await fetch(site + finishedDraft(siteSecret, email), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site, 'content-type': 'application/x-www-form-urlencoded' },
  });
  return answer.status;
}

test('a registration that was acknowledged is there after kill -9, and its mails arrive once', async () => {
  const { settings, dir } = await ownDemo();
  const email = 'anna@hemma.example';
  const first = run('demo', settings);
  await printed(first, STARTED);
  expect(await register(settings, dir, email)).toBe(303);
  first.child.kill('SIGKILL');
  await first.ended;

  const second = run('demo', settings);
  await printed(second, STARTED);
  await vi.waitFor(async () => expect(await arrived(settings)).toEqual([email, 'gfo@familjehem.example']), { timeout: 90_000 });
  expect((await start('demo', settings).ended).output).toContain('kör redan');
  expect((await start('reset', settings).ended).code).toBe(1);
  second.child.kill('SIGTERM');
  expect(await second.ended).toMatchObject({ code: 0, output: expect.stringContaining('Stoppar (SIGTERM).') });

  const kept = await startSupabase({ database: { kind: 'pglite', dir: `${dir}/db` }, port: 0, ...(await demoSettings(dir)) });
  onTestFinished(kept.close);
  expect(await kept.sql('select email from public.interest where email = $1', [email])).toEqual([{ email }]);
});

test('after a reset the demo begins anew', async () => {
  const { settings, dir } = await ownDemo();
  const first = run('demo', settings);
  await printed(first, STARTED);
  expect(await register(settings, dir, 'bo@hemma.example')).toBe(303);
  await vi.waitFor(async () => expect(await arrived(settings)).toHaveLength(2), { timeout: 15_000 });
  first.child.kill('SIGTERM');
  await first.ended;
  const before = await demoSettings(dir);

  expect((await start('reset', settings).ended).code).toBe(0);
  expect(existsSync(dir)).toBe(false);
  const second = run('demo', settings);
  await printed(second, STARTED);
  expect(await arrived(settings)).toEqual([]);
  expect((await demoSettings(dir)).siteSecret).not.toBe(before.siteSecret);
});

test('the demo with hot reload starts, answers and stops', async () => {
  const { settings } = await ownDemo();
  const dev = run('dev', settings);
  await printed(dev, STARTED);
  const answer = await fetch(`http://localhost:${settings.PORT}/`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('</html>');
  dev.child.kill('SIGTERM');
  expect((await dev.ended).code).toBe(0);
});

test('the demo listens on the loopback address alone, and its answers wear the headers', async () => {
  const { settings } = await ownDemo();
  const demo = run('demo', settings);
  await printed(demo, STARTED);
  const site = `http://localhost:${settings.PORT}`;
  const post = (headers: Record<string, string>, body = 'a=1') =>
    fetch(site, { method: 'POST', headers, body, redirect: 'manual' });
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const answers = await Promise.all([
    fetch(site),
    fetch(`${site}/finns-inte`),
    fetch(`${site}/intresseanmalan/`, { redirect: 'manual' }),
    fetch(`${site}/%E0%A4%A`),
    fetch(`${site}/%2525252525252e`),
    fetch(site, { method: 'PUT' }),
    post(form),
    post({ ...form, Origin: 'https://www.annan.example' }),
    post({ ...form, Origin: site }, 'a=%zz'),
    post({ ...form, Origin: site }, 'a'.repeat(LARGEST_BODY + 1)),
    post({ 'Content-Type': 'text/plain', Origin: site }),
    fetch(`${site}/intresseanmalan?_action=interest`, { method: 'POST', headers: { ...form, Origin: site }, body: 'a=1' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 301, 404, 404, 405, 403, 403, 400, 413, 415, 404]);
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('set-cookie')).toBeNull();
  }
  for (const { address } of Object.values(networkInterfaces()).flatMap((known) => known ?? [])) {
    if (address.startsWith('127.') || address.includes(':')) continue;
    for (const port of [settings.PORT, settings.MAILBOX_PORT, settings.SUPABASE_PORT]) {
      await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow('fetch failed');
    }
  }
  const css = /\/_astro\/[^"]+\.css/.exec(await (await fetch(site)).text())?.[0];
  const file = await fetch(`${site}${css}`, { headers: { 'Accept-Encoding': 'br' } });
  expect(file.headers.get('content-encoding')).toBe('br');
  expect(file.headers.get('cache-control')).toContain('immutable');
  expect(file.headers.get('content-security-policy')).toContain("default-src 'none'");
  demo.child.kill('SIGTERM');
  expect((await demo.ended).code).toBe(0);
});
