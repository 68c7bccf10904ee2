import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { paths } from '../../src/paths.ts';
import { agreedTexts } from '../../src/shared/content/agreed-texts.ts';
import { derivedKey } from '../../src/shared/env.ts';
import { bookingKey } from '../../src/shared/occasions/booking-link.ts';
import type { Message } from '../../supabase/local/mailbox/message.ts';
import { occasionOn, visitor } from '../../supabase/tests/support/occasions.ts';
import { finishedDraft } from '../support/draft.ts';
import { type OwnSite, startOwnSite } from '../support/own-site.ts';

let site: OwnSite;
beforeAll(async () => {
  site = await startOwnSite();
});
afterAll(() => site?.stop());

const press = (email: string, begunAgo?: number) =>
  fetch(site.url + finishedDraft(site.settings.siteSecret, email, begunAgo), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' },
  });
const mails = (template: string) =>
  site.supabase.sql<{ state: string; recipient: string | null }>('select state, recipient from public.mail where template = $1', [
    template,
  ]);
const becomes = (template: string, wanted: object[]) =>
  vi.waitFor(async () => expect(await mails(template)).toEqual(wanted), { timeout: 15_000, interval: 100 });

test('a mail is sent right after the press, and Resend’s signed news closes it', async () => {
  expect((await press('delivered@resend.dev')).status).toBe(303);
  await becomes('interest_received', [{ state: 'delivered', recipient: 'delivered@resend.dev' }]);
  await becomes('interest_notice', [{ state: 'delivered', recipient: null }]);
  const letters = (await (await fetch(`${site.mailbox.url}/api/messages`)).json()) as { to: string[]; subject: string }[];
  expect(letters.map(({ to, subject }) => `${to}: ${subject}`).sort()).toEqual([
    'delivered@resend.dev: Tack, vi hör av oss',
    'gfo@familjehem.example: Ny intresseanmälan, hem 1',
  ]);
});

test('a bounce reaches GFO as a notice, without the address', async () => {
  expect((await press('bounced@resend.dev')).status).toBe(303);
  await becomes('undelivered_notice', [{ state: 'delivered', recipient: null }]);
  const letters = (await (await fetch(`${site.mailbox.url}/api/messages`)).json()) as { subject: string; text: string }[];
  const notice = letters.find(({ subject }) => subject === 'Mejl kom inte fram, hem 2');
  expect(notice?.text).toContain('Ring hemmet i stället');
  expect(notice?.text).not.toContain('bounced@');
});

test('a complaint reaches GFO as one', async () => {
  expect((await press('complained@resend.dev')).status).toBe(303);
  await becomes('complaint_notice', [{ state: 'delivered', recipient: null }]);
});

describe('news from outside', () => {
  const body = (changes: object = {}) =>
    JSON.stringify({ type: 'email.bounced', created_at: new Date().toISOString(), data: { tags: { mail: tag } }, ...changes });
  let tag = '';
  beforeAll(async () => {
    await press('news@exempel.example');
    await vi.waitUntil(async () => (await state()) === 'delivered', { timeout: 15_000 });
    const [mail] = await site.supabase.sql<{ id: string }>(`select id from public.mail where recipient = 'news@exempel.example'`);
    tag = `${mail?.id}_1`;
  });
  const state = async () =>
    (await site.supabase.sql<{ state: string }>(`select state from public.mail where recipient = 'news@exempel.example'`))[0]
      ?.state;

  type News = { secret?: string; at?: number; signedBody?: string };
  const send = (text: string, { secret = site.settings.webhookSecret, at = Date.now(), signedBody = text }: News = {}) => {
    const id = `msg_${crypto.randomUUID()}`;
    const timestamp = String(Math.floor(at / 1000));
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${signedBody}`).digest('base64');
    const headers = {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': timestamp,
      'svix-signature': `v1,${signature}`,
    };
    return fetch(`${site.url}/api/webhooks/resend`, { method: 'POST', body: text, headers }).then(({ status }) => status);
  };

  test('that is not signed, signed by another, signed for another body or too old is refused', async () => {
    expect(
      await fetch(`${site.url}/api/webhooks/resend`, {
        method: 'POST',
        body: body(),
        headers: { 'content-type': 'application/json' },
      }).then(({ status }) => status),
    ).toBe(401);
    expect(await send(body(), { secret: `whsec_${Buffer.alloc(24, 'x').toString('base64')}` })).toBe(401);
    expect(await send(body(), { signedBody: body({ type: 'email.delivered' }) })).toBe(401);
    expect(await send(body(), { at: Date.now() - 3_600_000 })).toBe(401);
    expect(await state()).toBe('delivered');
  });

  test('that is signed and means nothing to us is thanked for', async () => {
    for (const odd of [
      { type: 'email.opened' },
      { type: '__proto__' },
      { type: 'toString' },
      { type: 7 },
      { created_at: 'yesterday' },
      { data: {} },
      { data: { tags: { mail: 'x_1' } } },
    ])
      expect(await send(body(odd)), JSON.stringify(odd)).toBe(204);
    expect(await state()).toBe('delivered');
  });

  test('of another sending of the same mail changes nothing, and with tags as a list it counts', async () => {
    expect(await send(body({ data: { tags: { mail: tag.replace('_1', '_2') } } }))).toBe(204);
    expect(await state()).toBe('delivered');
    expect(await send(body({ data: { tags: [{ name: 'mail', value: tag }] } }))).toBe(204);
    expect(await state()).toBe('bounced');
  });
});

test.each([paths.jobs.outbox, paths.jobs.keeping, paths.jobs.bookings])(
  'the job %s runs for who knows its secret, by GET and by POST, and for nobody else',
  async (path) => {
    const run = (method: string, secret?: string) =>
      fetch(site.url + path, { method, headers: secret ? { authorization: `Bearer ${secret}` } : {} }).then(
        ({ status }) => status,
      );
    const secret = site.settings.cronSecret;
    for (const method of ['GET', 'POST']) {
      expect(await run(method)).toBe(401);
      expect(
        await run(
          method,
          secret.replace(/.$/, (last) => (last === 'x' ? 'y' : 'x')),
        ),
      ).toBe(401);
      expect(await run(method, secret)).toBe(200);
    }
  },
);

test('who has booked is reminded with the link to their own booking and a calendar file, which the minute’s job sends at once', async () => {
  const occasion = await occasionOn(site.supabase.sql, { sessions: [20] });
  const args = visitor(occasion);
  await site.supabase.sql(
    `insert into public.booking (id, occasion_id, state, form, seats, key_hash, name, email, email_key, created_at, booked_at)
     values ($1, $2, 'booked', 'digital', 1, $3, 'Vera Exempelgren', $4, $4, now() - interval '9 days', now() - interval '9 days')`,
    [args.p_id, occasion.id, args.p_key_hash, args.p_email],
  );
  const headers = { authorization: `Bearer ${site.settings.cronSecret}` };
  const run = async () => (await (await fetch(site.url + paths.jobs.bookings, { method: 'POST', headers })).json()) as object;
  expect(await run()).toEqual({ givenBack: 0, passedOn: 0, reminded: 1 });
  expect(await run()).toEqual({ givenBack: 0, passedOn: 0, reminded: 0 });
  await becomes('booking_reminder', [{ state: 'delivered', recipient: args.p_email }]);
  const letters = (await (await fetch(`${site.mailbox.url}/api/messages`)).json()) as Message[];
  const [letter, ...others] = letters.filter(({ to }) => to.includes(args.p_email));
  expect(others).toEqual([]);
  const key = bookingKey(derivedKey('booking', site.settings.siteSecret), args.p_id);
  expect(letter?.text).toContain(paths.booking(args.p_id, key));
  const [file] = letter?.attachments ?? [];
  expect(file?.filename).toBe('bokning.ics');
  const ics = Buffer.from(file?.content ?? '', 'base64').toString('utf8');
  expect(ics).toContain('METHOD:PUBLISH');
  expect(ics.replaceAll('\r\n ', '')).toContain(`UID:${args.p_id}-${occasion.sessions[0]}@`);
});

test('who is quicker than a person is asked to press once more, and registers nothing yet', async () => {
  const answer = await press('quick@exempel.example', 500);
  expect(answer.status).toBe(303);
  const page = await fetch(site.url + answer.headers.get('location'));
  expect(await page.text()).toContain('Det gick väldigt fort');
  expect(await site.supabase.sql(`select 1 from public.interest where email = 'quick@exempel.example'`)).toEqual([]);
});

// The last one: it moves the clock.
test('before a consent ends GFO reads of each film and story that the site was built with, once', async () => {
  const shown = agreedTexts().filter(({ utkast }) => utkast === 'nej');
  const [first = ''] = shown.map(({ samtycke }) => samtycke.till).sort();
  const ending = shown.filter(({ samtycke }) => samtycke.till === first);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${first}T12:00:00Z`) - 5 * 86_400_000 });
  try {
    const run = async (path: string) => {
      const headers = { authorization: `Bearer ${site.settings.cronSecret}` };
      return (await (await fetch(site.url + path, { method: 'POST', headers })).json()) as { warned: number };
    };
    expect((await run(paths.jobs.keeping)).warned).toBeGreaterThanOrEqual(ending.length);
    expect((await run(paths.jobs.keeping)).warned).toBe(0);
    await run(paths.jobs.outbox);
  } finally {
    vi.useRealTimers();
  }
  const letters = (await (await fetch(`${site.mailbox.url}/api/messages`)).json()) as {
    to: string[];
    subject: string;
    text: string;
  }[];
  const told = letters.filter(({ subject }) => subject.startsWith('Ett samtycke går ut'));
  for (const { titel } of ending)
    expect(told.filter(({ text }) => text.includes(`”${titel}”`))).toMatchObject([{ to: ['gfo@familjehem.example'] }]);
});
