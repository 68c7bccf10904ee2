import { networkInterfaces } from 'node:os';
import { createClient } from '@supabase/supabase-js';
import { expect, test, vi } from 'vitest';
import type { Message } from '../../supabase/local/mailbox/message.ts';
import { demoSettings } from '../../supabase/local/settings.ts';
import { ownDemo, printed, start } from './started.ts';

const STARTED = 'Stoppa:';

test('what the demo has acknowledged is there after kill -9', async () => {
  const { settings, dir } = await ownDemo();
  const mailbox = `http://localhost:${settings.MAILBOX_PORT}`;
  const mails = async () => (await (await fetch(`${mailbox}/api/messages`)).json()) as Message[];

  const first = start('demo', settings);
  await printed(first, STARTED);
  const { publishableKey } = await demoSettings(dir);
  const db = createClient(`http://127.0.0.1:${settings.SUPABASE_PORT}`, publishableKey, { auth: { persistSession: false } });
  const email = 'anna@hemma.example';
  expect((await db.auth.signInWithOtp({ email })).error).toBeNull();
  const [mail] = await vi.waitFor(async () => {
    const all = await mails();
    expect(all).not.toHaveLength(0);
    return all;
  });
  first.child.kill('SIGKILL');
  await first.ended;

  const second = start('demo', settings);
  await printed(second, STARTED);
  expect((await mails()).map(({ id }) => id)).toContain(mail?.id);
  const token = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
  const { data, error } = await db.auth.verifyOtp({ email, token, type: 'magiclink' });
  expect(error).toBeNull();
  expect(data.user?.email).toBe(email);

  const third = await start('demo', settings).ended;
  expect(third.output).toContain('kör redan');
  expect((await start('reset', settings).ended).code).toBe(1);
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
  expect((await start('reset', settings).ended).code).toBe(0);
});

test('the demo listens on the loopback address alone, and its answers wear the headers', async () => {
  const { settings } = await ownDemo();
  const demo = start('demo', settings);
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
    post({ ...form, Origin: site }, 'a'.repeat(70_000)),
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
