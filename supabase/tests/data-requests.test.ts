import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given, isRefused } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';

type Request = { id: string; kind: string; decision: string | null };
const reason = { p_reason: 'Vi har talats vid om det' };

describe.each(grounds)('what a family requests on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const ask = (person: 'adultA' | 'adultB' | 'other', p_kind: 'erasure' | 'insight') =>
    given(cast.as(person).rpc('make_request', { p_kind, p_wish: 'Mina skäl' }));
  const mine = (person: 'adultA' | 'adultB' | 'other') => given<Request[]>(cast.as(person).rpc('my_requests'));
  const decide = (p_number: number, p_request: string, p_decision: 'granted' | 'partly' | 'refused') =>
    given(cast.as('own').rpc('decide_request', { p_number, p_request, p_decision, ...reason }));

  test('is asked for once, until it is withdrawn or decided', async () => {
    expect([await ask('other', 'erasure'), await ask('other', 'erasure')]).toEqual([
      { ok: true },
      { ok: false, reason: 'asked_already' },
    ]);
    const [first] = await mine('other');
    expect(await given(cast.as('other').rpc('withdraw_request', { p_request: first?.id ?? '' }))).toBe(true);
    expect(await given(cast.as('other').rpc('withdraw_request', { p_request: first?.id ?? '' }))).toBe(false);
    expect(await ask('other', 'erasure')).toEqual({ ok: true });
  });

  test('is told of by number alone', async () => {
    await ask('other', 'erasure');
    const mails = await ground.sql(
      `select recipient, payload from public.mail where household_id = $1 and template = 'request_notice'`,
      [cast.freshId],
    );
    expect(mails).toEqual([{ recipient: null, payload: { householdNumber: cast.fresh } }]);
    const waiting = await given<object[]>(cast.as('colleague').rpc('waiting_requests'));
    expect(waiting).toContainEqual(expect.objectContaining({ number: cast.fresh, kind: 'erasure' }));
    // Not even that there is one, in a home that is not theirs.
    expect(waiting).not.toContainEqual(expect.objectContaining({ number: cast.home }));
    expect(await given<object[]>(cast.as('head').rpc('waiting_requests'))).toContainEqual(
      expect.objectContaining({ number: cast.home, kind: 'insight' }),
    );
    expect(JSON.stringify(waiting)).not.toMatch(/Mina skäl|Allt ni har/);
  });

  test('is answered once, with a reason that the one who asked reads', async () => {
    expect(await decide(cast.home, cast.request, 'partly')).toEqual({ ok: true });
    expect(await decide(cast.home, cast.request, 'refused')).toEqual({ ok: false, reason: 'settled_already' });
    expect(await mine('adultA')).toMatchObject([{ decision: 'partly', reason: reason.p_reason }]);
    expect(await mine('adultB')).toEqual([]);
    const mails = await ground.sql(
      `select recipient, payload from public.mail where household_id = $1 and template = 'request_decided'`,
      [cast.homeId],
    );
    expect(mails).toEqual([{ recipient: cast.people.adultA.email, payload: { erased: false } }]);
  });

  test('is not answered when it was withdrawn, and not without a reason', async () => {
    const decision = { p_number: cast.home, p_request: cast.request, p_decision: 'refused', p_reason: 'nej' } as const;
    expect((await cast.as('own').rpc('decide_request', decision)).error).toBeTruthy();
    await given(cast.as('adultA').rpc('withdraw_request', { p_request: cast.request }));
    expect(await decide(cast.home, cast.request, 'refused')).toMatchObject({ reason: 'settled_already' });
  });

  test('cannot erase what belongs to a case: the law keeps it', async () => {
    await ask('adultA', 'erasure');
    const erasure = (await mine('adultA')).find(({ kind }) => kind === 'erasure');
    expect(await decide(cast.home, erasure?.id ?? '', 'granted')).toEqual({ ok: false, reason: 'law_keeps' });
    expect(await given(cast.as('adultA').rpc('my_home'))).toMatchObject({ number: cast.home });
    expect(await decide(cast.home, erasure?.id ?? '', 'refused')).toEqual({ ok: true });
  });

  test('erases a registration when it is granted, and its person is out at once', async () => {
    await ask('other', 'erasure');
    const [erasure] = await mine('other');
    expect(await decide(cast.fresh, erasure?.id ?? '', 'granted')).toEqual({ ok: true });
    expect(await isRefused(cast.as('other').rpc('my_home'))).toBe(true);
    expect(await given(cast.as('own').rpc('search_households', { p_query: String(cast.fresh) }))).toEqual([]);
    expect(await isRefused(cast.as('own').rpc('begin_assessment', { p_number: cast.fresh }))).toBe(true);
    const letters = await ground.sql(
      `select state, payload, household_id from public.mail where template = 'request_decided' and recipient = $1`,
      [cast.people.other.email],
    );
    expect(letters).toEqual([{ state: 'waiting', payload: { erased: true }, household_id: null }]);
  });

  test('of one of two adults leaves the other, and the home', async () => {
    const email = `ny-${cast.fresh}@exempel.example`;
    await given(
      cast.as('own').rpc('invite_adult', {
        p_number: cast.fresh,
        p_first_name: 'Kvar',
        p_last_name: 'Kvarsson',
        p_email: email,
        p_email_key: email,
      }),
    );
    await ask('other', 'erasure');
    const [erasure] = await mine('other');
    await decide(cast.fresh, erasure?.id ?? '', 'granted');
    expect(await isRefused(cast.as('other').rpc('my_home'))).toBe(true);
    const page = await given<{ adults: { name: string }[]; erasedAt: string | null }>(
      cast.as('own').rpc('household_page', { p_number: cast.fresh }),
    );
    expect(page.erasedAt).toBeNull();
    expect(page.adults.map(({ name }) => name)).toEqual(['Kvar Kvarsson']);
    const [home] = await ground.sql('select address from public.household where id = $1', [cast.freshId]);
    expect(home).toEqual({ address: 'Påhittade vägen 3' });
  });
});
