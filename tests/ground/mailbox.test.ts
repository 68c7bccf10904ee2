import { appendFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Resend } from 'resend';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deliver } from '../../src/shared/outbox/deliver.ts';
import type { Message } from '../../supabase/local/mailbox/message.ts';
import { type Mailbox, type MailboxOptions, startMailbox } from '../../supabase/local/mailbox/server.ts';
import { tempDir } from '../support/temp.ts';

const letter = {
  from: 'GFO <gfo@familjehem.example>',
  to: 'anna@hemma.example',
  subject: 'Tack',
  html: '<p>Hej</p>',
  text: 'Hej',
};
const secret = `whsec_${Buffer.from('en hemlighet för provet').toString('base64')}`;

let file: string;
let now: Date;
let mailbox: Mailbox;

const open = async (more: Partial<MailboxOptions> = {}) => {
  mailbox = await startMailbox({ port: 0, file, apiKey: 're_prov', clock: () => now, ...more });
};
const resend = (key = 're_prov') => new Resend(key, { baseUrl: mailbox.url });
const messages = async () => (await (await fetch(`${mailbox.url}/api/messages`)).json()) as Message[];

beforeEach(async () => {
  file = join(await tempDir(), 'mailbox.jsonl');
  now = new Date('2026-11-23T09:00:00Z');
  await open();
});
afterEach(() => mailbox.close());

test('the same key with the same body is one mail, for 24 hours', async () => {
  const first = await resend().emails.send(letter, { idempotencyKey: 'mail/1' });
  const second = await resend().emails.send(letter, { idempotencyKey: 'mail/1' });
  expect(second.data).toEqual(first.data);
  expect(await messages()).toHaveLength(1);
  now = new Date('2026-11-24T09:00:01Z');
  expect((await resend().emails.send(letter, { idempotencyKey: 'mail/1' })).data?.id).not.toBe(first.data?.id);
});

test('the same key with another body is refused', async () => {
  await resend().emails.send(letter, { idempotencyKey: 'mail/1' });
  const { error } = await resend().emails.send({ ...letter, subject: 'Annat' }, { idempotencyKey: 'mail/1' });
  expect(error).toMatchObject({ name: 'invalid_idempotent_request', statusCode: 409 });
});

test('the same key at the same time is taken in once', async () => {
  const answers = await Promise.all([1, 2, 3, 4].map(() => resend().emails.send(letter, { idempotencyKey: 'mail/1' })));
  const ids = new Set(answers.flatMap(({ data }) => (data ? [data.id] : [])));
  const errors = answers.flatMap(({ error }) => (error ? [error.name] : []));
  expect(ids.size).toBe(1);
  expect(errors.every((name) => name === 'concurrent_idempotent_requests')).toBe(true);
  expect(await messages()).toHaveLength(1);
});

test('what was acknowledged is there after a crash, and half a line is not', async () => {
  const { data } = await resend().emails.send(letter, { idempotencyKey: 'mail/1' });
  await mailbox.close();
  await appendFile(file, '{"at":"2026-11-23T09:00:00.000Z","key":"mail/2","mess');
  await open();
  expect((await messages()).map(({ id }) => id)).toEqual([data?.id]);
  expect((await resend().emails.send(letter, { idempotencyKey: 'mail/1' })).data).toEqual(data);
  await resend().emails.send(letter);
  await mailbox.close();
  await open();
  expect(await messages()).toHaveLength(2);
});

test('what a mail brings is listed beside it, and comes out as it went in', async () => {
  const content = Buffer.from('BEGIN:VCALENDAR\r\nSUMMARY:Så funkar det\r\n');
  const file = { filename: 'bokning.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content };
  expect(await deliver(resend(), { ...letter, attachments: [file] }, 'mail/1', 'mail')).toMatchObject({ ok: true });
  const [message] = await messages();
  const shown = await (await fetch(`${mailbox.url}/brev/${message?.id}`)).text();
  expect(shown).toContain(`<a href="/brev/${message?.id}/bilaga/0">bokning.ics</a>`);
  const answer = await fetch(`${mailbox.url}/brev/${message?.id}/bilaga/0`);
  expect(answer.headers.get('content-type')).toBe(file.contentType);
  expect(answer.headers.get('content-disposition')).toContain('attachment;');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(content);
  expect((await fetch(`${mailbox.url}/brev/${message?.id}/bilaga/1`)).status).toBe(404);
});

test('a batch, and one mail by its id', async () => {
  const { data } = await resend().batch.send([letter, { ...letter, to: 'bo@hemma.example' }]);
  expect(data?.data).toHaveLength(2);
  const one = await resend().emails.get(data?.data[0]?.id ?? '');
  expect(one.data).toMatchObject({ object: 'email', to: ['anna@hemma.example'], subject: 'Tack' });
});

test('errors have the form that Resend gives them', async () => {
  expect((await resend('re_annan').emails.send(letter)).error?.name).toBe('invalid_api_key');
  expect((await resend().emails.send({ ...letter, to: 'ingen adress' })).error?.name).toBe('validation_error');
  expect((await resend().emails.get('8d5b1f8e-4f6c-4a51-9d7b-0f4b6e1d2c3a')).error?.name).toBe('not_found');
});

test('a domain that is not verified is refused as Resend does it, and the site tries again later', async () => {
  const from = 'GFO <hej@overifierad.example>';
  const { error } = await resend().emails.send({ ...letter, from });
  expect(error).toMatchObject({ statusCode: 403, name: 'validation_error' });
  expect(error?.message).toContain('The overifierad.example domain is not verified');
  expect(await messages()).toHaveLength(0);
  expect(await deliver(resend(), { ...letter, from }, 'mail/1', 'mail')).toMatchObject({ ok: false, failure: 'temporary' });
  expect((await resend().emails.send(letter)).error).toBeNull();
});

test('the next sends can be made to fail, also after the mail was taken in', async () => {
  const faults = (body: object) =>
    fetch(`${mailbox.url}/api/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  await faults({ status: 429, count: 1 });
  expect((await resend().emails.send(letter, { idempotencyKey: 'a' })).error?.name).toBe('rate_limit_exceeded');
  expect(await messages()).toHaveLength(0);
  await faults({ status: 500, count: 1, accepts: true });
  expect((await resend().emails.send(letter, { idempotencyKey: 'a' })).error?.statusCode).toBe(500);
  expect((await resend().emails.send(letter, { idempotencyKey: 'a' })).error).toBeNull();
  expect(await messages()).toHaveLength(1);
});

test.each([
  ['anna@hemma.example', 'email.delivered'],
  ['bounced@resend.dev', 'email.bounced'],
  ['complained+igen@resend.dev', 'email.complained'],
])('a mail to %s is told to the site as %s, signed', async (to, type) => {
  const told: unknown[] = [];
  const site = createServer((request, response) => {
    let payload = '';
    request.on('data', (chunk) => {
      payload += chunk;
    });
    request.on('end', () => {
      const header = (name: string) => String(request.headers[name]);
      const headers = { id: header('svix-id'), timestamp: header('svix-timestamp'), signature: header('svix-signature') };
      told.push(new Resend('re_prov').webhooks.verify({ payload, headers, webhookSecret: secret }));
      response.end();
    });
  });
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  const { port } = site.address() as { port: number };
  await mailbox.close();
  await open({ webhook: { url: `http://127.0.0.1:${port}/`, secret } });
  await resend().emails.send({ ...letter, to, tags: [{ name: 'mail', value: 'ett-id' }] });
  await vi.waitFor(() => expect(told).toHaveLength(1));
  expect(told[0]).toMatchObject({ type, data: { to: [to], tags: { mail: 'ett-id' } } });
  site.close();
});

test('a person sees what arrived, and nothing in a mail can run', async () => {
  await resend().emails.send({ ...letter, subject: '<script>1</script>', html: '<script>1</script><p>Hej</p>' });
  const list = await (await fetch(mailbox.url)).text();
  expect(list).not.toContain('<script>');
  const id = /brev\/([\w-]+)"/.exec(list)?.[1];
  expect(await (await fetch(`${mailbox.url}/brev/${id}`)).text()).toContain('<iframe title="Mejlet" sandbox=');
  const inside = await fetch(`${mailbox.url}/brev/${id}/html`);
  expect(inside.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/);
});
