import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { goneAfterTest } from '../support/temp.ts';
import { ownDemo as newDemo, start } from './started.ts';

async function ownDemo() {
  const demo = await newDemo();
  goneAfterTest(demo.dir);
  return demo;
}

test('the demo refuses an address that is not local', async () => {
  const { settings } = await ownDemo();
  const { code, output } = await start('demo', { ...settings, SITE_URL: 'https://www.familjehemgfo.se' }).ended;
  expect(code).toBe(1);
  expect(output.trim().split('\n')).toHaveLength(1);
  expect(output).toContain('npm run serve');
});

test.each(['PORT', 'MAILBOX_PORT', 'SUPABASE_PORT'])('a taken %s is one line that says what to do', async (name) => {
  const { settings } = await ownDemo();
  const other = createServer().listen(Number(settings[name]), '127.0.0.1');
  const { code, output } = await start('demo', settings).ended;
  other.close();
  expect(code).toBe(1);
  expect(output.trim().split('\n')).toHaveLength(1);
  expect(output).toContain(`Port ${settings[name]}`);
  expect(output).toContain(`${name}=`);
});

test('a port that is no port is one line', async () => {
  const { settings } = await ownDemo();
  const { code, output } = await start('demo', { ...settings, PORT: 'abc' }).ended;
  expect(code).toBe(1);
  expect(output.trim()).toBe('PORT=abc är ingen port. Ange ett heltal mellan 1 och 65535.');
});

test('real hosting does not start half-configured', async () => {
  const { code, output } = await start('serve', { SITE_URL: 'https://www.familjehemgfo.se' }).ended;
  expect(code).toBe(1);
  for (const name of ['SITE_SECRET', 'SUPABASE_URL', 'SUPABASE_SECRET_KEY', 'RESEND_API_KEY', 'CRON_SECRET'])
    expect(output).toContain(name);
  expect(output).not.toContain('SITE_URL');
  expect(output).not.toMatch(/\bat .*\.ts:/);
});

test('real hosting must be told how many proxies stand before it', async () => {
  const { output } = await start('serve', { SITE_URL: 'https://www.familjehemgfo.se' }).ended;
  expect(output.split('\n').filter((line) => line.includes('TRUSTED_PROXIES'))).toHaveLength(1);
  expect((await start('serve', { TRUSTED_PROXIES: '0' }).ended).output).not.toContain('TRUSTED_PROXIES');
});

test.each(['demo', 'reset'])('a lock that was half written is one line for %s', async (mode) => {
  const { settings, dir } = await ownDemo();
  for (const half of ['', '{"pid":4', 'null']) {
    await writeFile(`${dir}/running.json`, half);
    const { code, output } = await start(mode, settings).ended;
    expect(code).toBe(1);
    expect(output.trim()).toBe(
      `${dir}/running.json går inte att läsa. Är ingen provversion igång: ta bort filen och försök igen.`,
    );
  }
});

test('an unknown mode is one line', async () => {
  const { code, output } = await start('nonsens', {}).ended;
  expect(code).toBe(1);
  expect(output.trim().split('\n')).toHaveLength(1);
});

const OLD_NODE = ['/usr/bin/node'].find(existsSync);

test.runIf(OLD_NODE)('an old Node is told what to do', async () => {
  const { code, output } = await start('demo', { PORT: 'abc' }, OLD_NODE).ended;
  expect(code).toBe(1);
  expect(output.trim().split('\n')).toHaveLength(1);
});
