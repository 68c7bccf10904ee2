import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { renderMail } from '../../functions/jobs/render-mail.tsx';
import { type ClaimedMail, sendOutbox } from '../../functions/jobs/send-outbox.ts';
import { parseFacts } from '../../src/shared/facts/facts.schema.ts';
import type { Delivered, Letter } from '../../src/shared/outbox/deliver.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { hash, registration } from './support/registration.ts';

const letter = { to: 'a@exempel.example', from: 'GFO <gfo@exempel.example>', subject: 'Hej', html: '<p>Hej</p>', text: 'Hej' };
const HOUR = 3_600_000;

describe.each(grounds)('the outbox on %s', (_name, start) => {
  let ground: Ground;
  let clock: number;
  let handed: { key: string; mailId: string }[];

  beforeAll(async () => {
    ground = await start();
  });
  afterAll(() => ground?.stop());
  beforeEach(async () => {
    await ground.sql(`update public.mail set state = 'delivered', claim = null, claimed_until = null`);
    // Ahead of a database that a busy machine keeps waiting.
    clock = Date.now() + 30_000;
    handed = [];
  });

  const enqueue = async () => {
    const email = `${randomUUID()}@exempel.example`;
    const { error } = await ground.anon.rpc(
      'register_interest',
      registration({ p_email: email, p_network_key: hash(randomUUID()) }),
    );
    expect(error).toBeNull();
    const [row] = await ground.sql<{ id: string }>('select id from public.mail where recipient = $1', [email]);
    return row?.id ?? '';
  };
  const run = (
    answer: Delivered | ((mailId: string) => Delivered),
    render: (mail: ClaimedMail) => Promise<Letter> = () => Promise.resolve(letter),
  ) =>
    sendOutbox({
      db: ground.service,
      render,
      deliver: (_letter, key, tag) => {
        const mailId = tag.split('_')[0] ?? '';
        handed.push({ key, mailId });
        return Promise.resolve(typeof answer === 'function' ? answer(mailId) : answer);
      },
      now: () => new Date(clock),
    });
  const mail = async (id: string) =>
    (
      await ground.sql<{ state: string; attempts: number; last_error: string | null; household_id: string }>(
        'select * from public.mail where id = $1',
        [id],
      )
    )[0];
  const sent = { ok: true, providerId: 'p-1' } as const;
  const later = { ok: false, failure: 'temporary', error: 'internal_server_error 500' } as const;

  test('sends each waiting mail once, and nothing when nothing waits', async () => {
    const id = await enqueue();
    expect(await run(sent)).toEqual({ sent: 2, failed: 0 });
    expect(await run(sent)).toEqual({ sent: 0, failed: 0 });
    expect((await mail(id))?.state).toBe('sent');
  });

  test('two workers at once never hold the same mail', async () => {
    for (let turn = 0; turn < 6; turn += 1) await enqueue();
    await Promise.all([run(sent), run(sent), run(sent)]);
    expect(handed).toHaveLength(12);
    expect(new Set(handed.map(({ mailId }) => mailId)).size).toBe(12);
  });

  test('waits longer each time, always under the same key, and stops within 23 hours for a person to see', async () => {
    const id = await enqueue();
    const began = clock;
    const tries: number[] = [];
    for (; clock < began + 30 * HOUR; clock += 60_000 * 5) {
      const before = handed.length;
      await run((mailId) => (mailId === id ? later : sent));
      if (handed.slice(before).some(({ mailId }) => mailId === id)) tries.push(clock - began);
      if ((await mail(id))?.state === 'stopped') break;
    }
    const waits = tries.slice(1).map((time, index) => time - (tries[index] ?? 0));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(tries.length).toBeGreaterThanOrEqual(8);
    expect(tries.at(-1)).toBeLessThan(23 * HOUR);
    expect(new Set(handed.filter(({ mailId }) => mailId === id).map(({ key }) => key)).size).toBe(1);

    const stuck = (await ground.service.rpc('stuck_mails')).data ?? [];
    expect(stuck.find((row) => row.id === id)).toMatchObject({ state: 'stopped', last_error: 'internal_server_error 500' });
    const household = (await mail(id))?.household_id;
    const notices = await ground.sql(
      `select payload from public.mail where household_id = $1 and template = 'undelivered_notice'`,
      [household],
    );
    expect(notices).toHaveLength(1);
    const events = await ground.sql(
      `select details from public.household_event where household_id = $1 and kind = 'mail_undelivered'`,
      [household],
    );
    expect(events).toHaveLength(1);
  });

  test('a person can send a stopped mail again, under a new key', async () => {
    const id = await enqueue();
    await run({ ok: false, failure: 'permanent', error: 'validation_error 422' });
    expect((await mail(id))?.state).toBe('stopped');
    expect((await ground.service.rpc('retry_mail', { p_mail: id })).data).toBe(true);
    handed = [];
    await run(sent);
    expect(handed.find(({ mailId }) => mailId === id)?.key).toBe(`mail/${id}/2`);
    expect((await ground.service.rpc('retry_mail', { p_mail: id })).data).toBe(false);
  });

  test('a row that cannot be rendered stops at once, and the others go', async () => {
    const id = await enqueue();
    const counts = await run(sent, (claimed) =>
      claimed.id === id ? Promise.reject(new Error('unknown template')) : Promise.resolve(letter),
    );
    expect(counts).toMatchObject({ failed: 1 });
    expect(await mail(id)).toMatchObject({ state: 'stopped', last_error: 'render: Error' });
  });

  test('a mail that was being sent when 23 hours passed is never tried again by itself', async () => {
    const id = await enqueue();
    await ground.service.rpc('claim_mails', { p_limit: 10, p_now: new Date(clock).toISOString() });
    clock += 23 * HOUR + 60_000;
    await run(sent);
    expect(handed.some(({ mailId }) => mailId === id)).toBe(false);
    expect((await mail(id))?.state).toBe('stopped');
  });

  test('a worker that comes back after its claim ran out stamps nothing', async () => {
    await enqueue();
    const claim = async () =>
      (await ground.service.rpc('claim_mails', { p_limit: 10, p_now: new Date(clock).toISOString() })).data ?? [];
    const [old] = await claim();
    clock += 3 * 60_000;
    const [fresh] = (await claim()).filter(({ id }) => id === old?.id);
    const stamp = async (row: ClaimedMail | undefined) =>
      (await ground.service.rpc('stamp_mail_sent', { p_mail: row?.id ?? '', p_claim: row?.claim ?? '', p_provider_id: 'p' }))
        .data;
    expect(await stamp(old)).toBe(false);
    expect(await stamp(fresh)).toBe(true);
  });

  test('when Resend is busy the rest waits for the next run, and no try is used up', async () => {
    for (let turn = 0; turn < 12; turn += 1) await enqueue();
    const busy = { ok: false, failure: 'busy', error: 'rate_limit_exceeded 429' } as const;
    await run(busy);
    expect(handed.length).toBeLessThanOrEqual(10);
    const attempts = await ground.sql(`select distinct attempts from public.mail where last_error = 'rate_limit_exceeded 429'`);
    expect(attempts).toEqual([{ attempts: 0 }]);
    clock += 61_000;
    handed = [];
    await run(sent);
    expect(handed).toHaveLength(24);
  });

  test('the real letters are rendered from the real rows', async () => {
    await enqueue();
    const facts = parseFacts(readFileSync('content/facts.yml', 'utf8'));
    const counts = await run(sent, (row) =>
      renderMail(row, {
        from: 'GFO <gfo@exempel.example>',
        noticeTo: 'gfo@exempel.example',
        siteUrl: 'https://exempel.example',
        facts,
        bookingSecret: Buffer.from('a key of tests alone'),
      }),
    );
    expect(counts).toEqual({ sent: 2, failed: 0 });
  });

  test('a mail that a person has settled is no longer listed', async () => {
    const id = await enqueue();
    await run({ ok: false, failure: 'permanent', error: 'validation_error 422' });
    const listed = async () => ((await ground.service.rpc('stuck_mails')).data ?? []).some((row) => row.id === id);
    expect(await listed()).toBe(true);
    expect((await ground.service.rpc('settle_mail', { p_mail: id })).data).toBe(true);
    expect(await listed()).toBe(false);
  });

  describe('news from Resend', () => {
    const news = (id: string, kind: string, event: string = randomUUID(), generation = 1) =>
      ground.service.rpc('record_mail_event', {
        p_event: event,
        p_mail: id,
        p_generation: generation,
        p_kind: kind,
        p_at: new Date().toISOString(),
      });

    test('the same event twice changes nothing the second time', async () => {
      const id = await enqueue();
      await run(sent);
      const event = randomUUID();
      expect([(await news(id, 'delivered', event)).data, (await news(id, 'delivered', event)).data]).toEqual([true, false]);
      expect((await mail(id))?.state).toBe('delivered');
    });

    test('a bounce tells GFO, once, and is not undone by a late delivery', async () => {
      const id = await enqueue();
      await run(sent);
      await news(id, 'bounced');
      await news(id, 'delivered');
      await news(id, 'bounced');
      const row = await mail(id);
      expect(row?.state).toBe('bounced');
      const notices = await ground.sql(`select id from public.mail where household_id = $1 and template = 'undelivered_notice'`, [
        row?.household_id,
      ]);
      expect(notices).toHaveLength(1);
    });

    test('news that overtakes the stamp counts, and the stamp does not take it back', async () => {
      const id = await enqueue();
      await sendOutbox({
        db: ground.service,
        render: () => Promise.resolve(letter),
        deliver: async (_letter, _key, tag) => {
          if (tag === `${id}_1`) await news(id, 'delivered');
          return sent;
        },
        now: () => new Date(clock),
      });
      expect((await mail(id))?.state).toBe('delivered');
    });

    test('news of the sending before says nothing of a mail that a person has sent again', async () => {
      const id = await enqueue();
      await run(sent);
      await news(id, 'bounced');
      await ground.service.rpc('retry_mail', { p_mail: id });
      await news(id, 'bounced');
      expect((await mail(id))?.state).toBe('waiting');
      await run(sent);
      await news(id, 'delivered', randomUUID(), 2);
      expect((await mail(id))?.state).toBe('delivered');
    });

    test('a complaint is told as one, and a mail is told of once', async () => {
      const id = await enqueue();
      await run(sent);
      await news(id, 'complained');
      await news(id, 'complained');
      const household = (await mail(id))?.household_id;
      const notices = await ground.sql(
        `select template from public.mail where household_id = $1 and template not in ('interest_received', 'interest_notice')`,
        [household],
      );
      expect(notices).toEqual([{ template: 'complaint_notice' }]);
    });

    test('an unknown mail and an unknown kind are refused without a trace', async () => {
      expect((await news(randomUUID(), 'delivered')).data).toBe(false);
      const id = await enqueue();
      expect((await news(id, 'opened')).error).toBeTruthy();
    });
  });
});
