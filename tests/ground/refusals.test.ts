import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { ownDemo, start } from './started.ts';

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
