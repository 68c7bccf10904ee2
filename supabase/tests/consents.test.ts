import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { warnOfConsents } from '../../src/features/consents/warn-of-consents.ts';
import type { AgreedText } from '../../src/shared/content/agreed-texts.ts';
import { given } from './support/answers.ts';
import { manyConnections } from './support/at-once.ts';
import { type Cast, castOn, newCast } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';

const film = (till: string, id: string = randomUUID()): AgreedText => ({
  ...{ kind: 'film', id, titel: `Läxan ${id}`, utkast: 'nej' },
  samtycke: { givet: '2026-01-01', till },
});
const noon = (day: string) => Temporal.Instant.from(`${day}T11:00:00Z`);
const mailsOf = async (sql: Ground['sql'], id: string) =>
  await sql<{ recipient: string | null; state: string; payload: object }>(
    `select recipient, state, payload from public.mail where template = 'consent_notice' and payload ->> 'path' = $1 order by recipient`,
    [`/min-vardag/${id}`],
  );

describe.each(grounds)('warning of consents on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
    // Of those that other tests have left.
    await ground.sql(`update public.staff_member set ended_at = now() where ended_at is null and id <> all ($1::text::uuid[])`, [
      `{${Object.values(cast.people)
        .flatMap((person) => ('id' in person ? [person.id] : []))
        .join()}}`,
    ]);
  });
  afterAll(() => ground?.stop());

  const warn = (day: string, ...texts: AgreedText[]) =>
    warnOfConsents({ db: ground.service, texts: () => texts, now: noon(day) });

  test('the communicator is told thirty and seven days before, once each', async () => {
    const text = film('2028-03-15');
    const runs: [string, number][] = [
      ['2028-02-13', 0],
      ['2028-02-14', 1],
      ['2028-02-14', 0],
      ['2028-03-07', 0],
      ['2028-03-08', 1],
      ['2028-03-14', 0],
      ['2028-03-15', 0],
    ];
    for (const [day, count] of runs) expect([day, await warn(day, text)]).toEqual([day, count]);
    const mail = {
      ...{ recipient: cast.people.communicator.email, state: 'waiting' },
      payload: { title: text.titel, kind: 'film', till: '2028-03-15', path: `/min-vardag/${text.id}` },
    };
    expect(await mailsOf(ground.sql, text.id)).toEqual([mail, mail]);
  });

  test('the day is Stockholm’s', async () => {
    const text = film('2028-03-15');
    const at = (instant: string) =>
      warnOfConsents({ db: ground.service, texts: () => [text], now: Temporal.Instant.from(instant) });
    expect(await at('2028-02-13T22:59:59Z')).toBe(0);
    expect(await at('2028-02-13T23:00:00Z')).toBe(1);
  });

  test('a day that was missed is caught up with, and what was passed by is not sent afterwards', async () => {
    const text = film('2028-03-15');
    expect(await warn('2028-03-12', text)).toBe(1);
    expect(await warn('2028-03-13', text)).toBe(0);
    expect(await mailsOf(ground.sql, text.id)).toHaveLength(1);
  });

  test('a consent that is renewed is warned of anew', async () => {
    const text = film('2028-03-15');
    const renewed = film('2029-03-15', text.id);
    await warn('2028-03-08', text);
    expect(await warn('2028-03-09', renewed)).toBe(0);
    expect(await warn('2029-02-13', renewed)).toBe(1);
    expect(await warn('2029-03-08', renewed)).toBe(1);
  });

  test('each text is warned of by itself, a film and a story of one name too', async () => {
    const one = film('2028-03-15');
    const story: AgreedText = { ...one, kind: 'story' };
    expect(await warn('2028-03-08', one, film('2028-03-15'), story)).toBe(3);
    expect(await mailsOf(ground.sql, `berattelse/${one.id}`)).toHaveLength(1);
  });

  test('every communicator is told, and nobody who has left', async () => {
    await ground.sql(`update public.staff_member set role = 'communicator' where id in ($1, $2)`, [
      cast.people.colleague.id,
      cast.people.removed.id,
    ]);
    const text = film('2028-03-15');
    expect(await warn('2028-03-08', text)).toBe(1);
    expect((await mailsOf(ground.sql, text.id)).map(({ recipient }) => recipient)).toEqual(
      [cast.people.colleague.email, cast.people.communicator.email].sort(),
    );
  });

  test('where there is no communicator, GFO’s own address is told', async () => {
    await ground.sql(`update public.staff_member set ended_at = now() where id = $1`, [cast.people.communicator.id]);
    const text = film('2028-03-15');
    expect(await warn('2028-03-08', text)).toBe(1);
    expect(await mailsOf(ground.sql, text.id)).toMatchObject([{ recipient: null, state: 'waiting' }]);
  });

  test('a list that cannot be noted whole writes no mail', async () => {
    const id = randomUUID();
    const sound = { key: id, till: '2028-03-15', days: 7, title: 'Läxan', kind: 'film', path: `/min-vardag/${id}` };
    const { error } = await ground.service.rpc('warn_of_consents', {
      p_warnings: JSON.stringify([sound, { ...sound, days: 400 }]),
    });
    expect(error).toBeTruthy();
    expect(await mailsOf(ground.sql, id)).toEqual([]);
    expect(await given(ground.service.rpc('warn_of_consents', { p_warnings: JSON.stringify([sound, sound]) }))).toBe(1);
  });

  describe('the job', () => {
    const secret = 'a secret that is long enough';
    const soon = film(Temporal.Now.plainDateISO('Europe/Stockholm').add({ days: 20 }).toString());
    beforeEach(() => {
      vi.resetModules();
      vi.stubEnv('SITE_URL', 'https://www.familjehem.example');
      vi.stubEnv('SITE_SECRET', 'a secret of the tests that is long enough');
      vi.stubEnv('SUPABASE_URL', ground.url);
      vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', ground.keys.publishableKey);
      vi.stubEnv('SUPABASE_SECRET_KEY', ground.keys.secretKey);
      vi.stubEnv('RESEND_API_KEY', 're_tests');
      vi.stubEnv('RESEND_WEBHOOK_SECRET', 'whsec_tests');
      vi.stubEnv('MAIL_FROM', 'GFO <gfo@familjehem.example>');
      vi.stubEnv('MAIL_NOTICE_TO', 'gfo@familjehem.example');
      vi.stubEnv('CRON_SECRET', secret);
    });
    afterEach(() => {
      vi.unstubAllEnvs();
      vi.doUnmock('../../src/shared/content/agreed-texts.ts');
      vi.restoreAllMocks();
    });
    const run = async (texts: () => AgreedText[], bearer = secret) => {
      vi.doMock('../../src/shared/content/agreed-texts.ts', () => ({ agreedTexts: texts }));
      const { keepingEndpoint } = await import('../../functions/jobs/keeping.endpoint.ts');
      const request = new Request('https://www.familjehem.example/api/jobb/gallring', {
        headers: { authorization: `Bearer ${bearer}` },
      });
      const answer = await keepingEndpoint(request);
      return { status: answer.status, said: answer.ok ? ((await answer.json()) as object) : await answer.text() };
    };

    test('warns once, beside keeping', async () => {
      expect(await run(() => [soon])).toMatchObject({ status: 200, said: { announced: expect.any(Number), warned: 1 } });
      expect(await run(() => [soon])).toMatchObject({ status: 200, said: { warned: 0 } });
      expect(await mailsOf(ground.sql, soon.id)).toMatchObject([{ recipient: cast.people.communicator.email }]);
    });

    test('does nothing for who does not know the secret', async () => {
      const other = film(soon.samtycke.till);
      expect(await run(() => [other], 'a guess')).toMatchObject({ status: 401 });
      expect(await mailsOf(ground.sql, other.id)).toEqual([]);
    });

    test('keeps and erases also when the texts cannot be read, and says that something is wrong', async () => {
      const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      await ground.sql(`insert into private.code_wish (address_key, asked_at) values (repeat('b', 64), '2020-01-01')`);
      const answer = await run(() => {
        throw new Error('broken text');
      });
      expect(answer).toMatchObject({ status: 503, said: expect.stringMatching(/^\{"error":"[0-9a-f]{8}"\}$/) });
      expect(log.mock.calls.flat().join()).toContain('broken text');
      expect(await ground.sql(`select from private.code_wish where asked_at < '2021-01-01'`)).toEqual([]);
    });

    test('warns also when keeping fails', async () => {
      const other = film(soon.samtycke.till);
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      await ground.sql('alter function public.keep_time rename to keep_time_away');
      try {
        expect(await run(() => [other])).toMatchObject({ status: 503 });
      } finally {
        await ground.sql('alter function public.keep_time_away rename to keep_time');
      }
      expect(await mailsOf(ground.sql, other.id)).toHaveLength(1);
    });
  });
});

describe('at the same moment', () => {
  let many: Awaited<ReturnType<typeof manyConnections>>;
  beforeAll(async () => {
    many = await manyConnections(6);
  });
  afterAll(() => many?.stop());

  test('however many warn, in whatever order, each text is warned of once and nobody waits for ever', async () => {
    const cast = await newCast(many.ground.sql);
    const texts = Array.from({ length: 40 }, () => {
      const id = randomUUID();
      return { key: `film/${id}`, till: '2028-03-15', days: 30, title: 'Läxan', kind: 'film', path: `/min-vardag/${id}` };
    });
    const calls = Array.from({ length: 6 }, (_, at) =>
      JSON.stringify(at % 2 ? texts.toReversed() : [...texts.slice(at), ...texts.slice(0, at)]),
    );
    const counts = await Promise.all(
      calls.map(async (call) => (await many.sql<{ n: number }[]>`select public.warn_of_consents(${call}) as n`)[0]?.n ?? 0),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(texts.length);
    const mails = await many.ground.sql<{ recipient: string; path: string }>(
      `select recipient, payload ->> 'path' as path from public.mail where template = 'consent_notice' order by path`,
    );
    expect(mails).toEqual(
      texts.map(({ path }) => ({ recipient: cast.people.communicator.email, path })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    );
  });
});
