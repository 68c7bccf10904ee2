import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { signIn } from './support/people.ts';

const DAY = 86_400_000;

describe.each(grounds)('keeping time on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  let contact: Date;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
    // Others' homes have been in touch for ever, so that each test counts its own alone.
    await ground.sql(
      `insert into public.household_event (household_id, happened_at, kind, actor)
      select id, '2100-01-01', 'contact_changed', 'family' from public.household where id not in ($1, $2, $3)`,
      [cast.homeId, cast.freshId, cast.hiddenId],
    );
    const [row] = await ground.sql<{ at: Date | string }>(
      'select max(happened_at) as at from public.household_event where household_id = $1',
      [cast.freshId],
    );
    contact = new Date(row?.at ?? '');
  });
  afterAll(() => ground?.stop());

  const months = (count: number, days = 0) => {
    const date = new Date(contact);
    date.setUTCMonth(date.getUTCMonth() + count);
    return new Date(date.getTime() + days * DAY);
  };
  const keep = (now: Date) =>
    given<{ announced: number; erased: number }>(
      ground.service.rpc('keep_time', { p_months: 24, p_days: 30, p_now: now.toISOString() }),
    );
  const isErased = async (home: string) =>
    (
      await ground.sql<{ erased: boolean }>('select erased_at is not null as erased from public.household where id = $1', [home])
    )[0]?.erased;
  const touch = (at: Date, actor: 'family' | 'staff' | 'system') =>
    ground.sql(
      `insert into public.household_event (household_id, happened_at, kind, actor) values ($1, $2::text::timestamptz, 'contact_changed', $3::text::public.actor_kind)`,
      [cast.freshId, at.toISOString(), actor],
    );
  const announcements = () =>
    ground.sql<{ recipient: string; state: string; payload: { on: string } }>(
      `select recipient, state, payload from public.mail where household_id = $1 and template = 'erasure_announced'`,
      [cast.freshId],
    );

  test('announces thirty days before, once, and erases when both times have passed', async () => {
    expect(await keep(months(24, -31))).toEqual({ announced: 0, erased: 0 });
    // The two registrations of this cast; the third home is in assessment.
    expect(await keep(months(24, -29))).toEqual({ announced: 2, erased: 0 });
    expect(await keep(months(24, -1))).toEqual({ announced: 0, erased: 0 });
    expect(await announcements()).toMatchObject([{ recipient: cast.people.other.email, state: 'waiting' }]);
    expect(await keep(months(24, 0))).toEqual({ announced: 0, erased: 0 });
    expect(await keep(months(24, 2))).toEqual({ announced: 0, erased: 2 });
    expect(await isErased(cast.freshId)).toBe(true);
    expect(await keep(months(24, 3))).toEqual({ announced: 0, erased: 0 });
  });

  test('says the day on which it erases, and never erases before it', async () => {
    await keep(months(30));
    const on = new Date((await announcements())[0]?.payload.on ?? '');
    await keep(new Date(on.getTime() - 1000));
    expect(await isErased(cast.freshId)).toBe(false);
    await keep(new Date(on.getTime() + 1000));
    expect(await isErased(cast.freshId)).toBe(true);
  });

  test.each(['family', 'staff'] as const)('contact in between cancels it, and the time begins anew: %s', async (actor) => {
    await keep(months(24));
    await touch(months(24, 10), actor);
    expect(await keep(months(24, 40))).toEqual({ announced: 0, erased: 1 });
    expect(await isErased(cast.freshId)).toBe(false);
    await keep(months(48, -10));
    expect(await announcements()).toHaveLength(2);
  });

  test('who signs in after the announcement has called it off, and a sign-in without one leaves no line', async () => {
    const { user, email } = cast.people.other;
    const calledOff = () =>
      ground.sql(`select from public.household_event where household_id = $1 and kind = 'erasure_called_off'`, [cast.freshId]);
    await signIn(ground, email, { user });
    expect(await calledOff()).toHaveLength(0);
    const soon = (days: number) => new Date(Date.now() + days * DAY).toISOString();
    const run = (now: string) => given(ground.service.rpc('keep_time', { p_months: 0, p_days: 30, p_now: now }));
    await run(soon(0));
    await signIn(ground, email, { user });
    expect(await calledOff()).toHaveLength(1);
    await run(soon(31));
    expect(await isErased(cast.freshId)).toBe(false);
  });

  test('what the system does by itself is no contact', async () => {
    await touch(months(20), 'system');
    await keep(months(24));
    await touch(months(24, 10), 'system');
    await keep(months(24, 31));
    expect(await isErased(cast.freshId)).toBe(true);
  });

  test('nothing of a case is ever announced or erased by itself', async () => {
    await given(cast.as('own').rpc('begin_assessment', { p_number: cast.fresh }));
    for (const now of [months(30), months(60), months(600)]) await keep(now);
    expect(await isErased(cast.freshId)).toBe(false);
    expect(await isErased(cast.homeId)).toBe(false);
    expect(await announcements()).toEqual([]);
  });

  test('who has asked to be asked again is kept until then, and as long after it', async () => {
    await ground.sql(
      `update public.household set paused_at = $2::text::timestamptz, paused_until = date_trunc('month', $2::text::timestamptz)::date where id = $1`,
      [cast.freshId, months(20).toISOString()],
    );
    await keep(months(25));
    expect(await announcements()).toEqual([]);
    await keep(months(44));
    expect(await announcements()).toHaveLength(1);
  });

  test('a request that waits is answered first', async () => {
    await given(cast.as('other').rpc('make_request', { p_kind: 'insight' }));
    await keep(months(30));
    await keep(months(32));
    expect(await isErased(cast.freshId)).toBe(false);
  });

  test('to a protected home no mail goes, and it is erased like the others', async () => {
    await keep(months(24));
    const mails = await ground.sql(`select state from public.mail where household_id = $1 and template = 'erasure_announced'`, [
      cast.hiddenId,
    ]);
    expect(mails).toEqual([{ state: 'withheld' }]);
    await keep(months(24, 31));
    expect(await isErased(cast.hiddenId)).toBe(true);
  });

  test('whatever days the job runs, nobody is erased without thirty days’ notice, nor before their time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 1200 }), { minLength: 1, maxLength: 8 }), async (days) => {
        cast = await castOn(ground);
        const runs = [...days].sort((a, b) => a - b).map((day) => new Date(contact.getTime() + day * DAY + 60_000));
        let announced: Date | undefined;
        for (const now of runs) {
          await keep(now);
          if ((await announcements()).length > 0) announced ??= now;
          if (!(await isErased(cast.freshId))) continue;
          expect(now.getTime()).toBeGreaterThan(months(24).getTime());
          expect(now.getTime() - (announced ?? now).getTime()).toBeGreaterThanOrEqual(30 * DAY);
          return;
        }
      }),
      { numRuns: 15 },
    );
  });

  test('forgets the traces that only guard after thirty days, and no session that still lasts', async () => {
    const far = (days: number) => new Date(Date.now() + days * DAY).toISOString();
    await ground.sql(`insert into private.code_wish (address_key) values (repeat('a', 64))`);
    await given(cast.as('own').rpc('try_second_factor', { p_gate: 'the gate of the tests' }));
    const count = async (table: string) =>
      (await ground.sql<{ n: number }>(`select count(*)::int as n from private.${table}`))[0]?.n ?? 0;
    const tables = ['rate_hit', 'code_wish', 'kept_form', 'passkey_challenge', 'sign_in_session'];
    await given(ground.service.rpc('forget_traces', { p_days: 30, p_now: far(0) }));
    for (const table of tables) expect(await count(table)).toBeGreaterThan(0);
    await given(ground.service.rpc('forget_traces', { p_days: 30, p_now: far(29) }));
    for (const table of ['rate_hit', 'code_wish', 'sign_in_session']) expect(await count(table)).toBeGreaterThan(0);
    await given(ground.service.rpc('forget_traces', { p_days: 30, p_now: far(31) }));
    for (const table of tables) expect(await count(table)).toBe(0);
  });
});
