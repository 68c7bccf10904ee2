import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, type LocalPostgres, startPostgres } from '../../supabase/local/postgres.ts';
import { printed, type Running, start } from './started.ts';

let server: LocalPostgres;
let running: Running;
let port: number;

beforeAll(async () => {
  server = await startPostgres();
  port = await freePort();
  running = start('serve', {
    SITE_URL: 'https://www.familjehemgfo.se',
    SITE_SECRET: randomBytes(32).toString('hex'),
    DATABASE_URL: server.url,
    SUPABASE_PORT: String(await freePort()),
    SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_prov',
    SUPABASE_SECRET_KEY: 'sb_secret_prov',
    RESEND_API_KEY: 're_prov',
    RESEND_WEBHOOK_SECRET: 'whsec_cHJvdg==',
    MAIL_FROM: 'GFO <gfo@familjehemgfo.se>',
    MAIL_NOTICE_TO: 'gfo@familjehemgfo.se',
    CRON_SECRET: randomBytes(24).toString('hex'),
    TRUSTED_PROXIES: '1',
    PORT: String(port),
  });
  await printed(running, 'serveras på');
});
afterAll(async () => {
  running.child.kill('SIGTERM');
  await running.ended;
  await server.stop();
});

test('real hosting on a PostgreSQL server of one’s own answers, on the loopback address', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  expect(running.output()).toContain('https://www.familjehemgfo.se serveras på 127.0.0.1');
});

test('a form from behind the proxy is let in, another site’s is not', async () => {
  const post = (origin: string) =>
    fetch(`http://127.0.0.1:${port}/intresseanmalan`, {
      method: 'POST',
      headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'a=1',
    });
  expect((await post('https://www.familjehemgfo.se')).status).toBeLessThan(400);
  expect((await post('https://www.annan.example')).status).toBe(403);
});

test('no mailbox, no made-up people, and the job runs', () => {
  expect(running.output()).not.toContain('Brevlådan');
  expect(running.output()).not.toContain('gick inte att nå');
});
