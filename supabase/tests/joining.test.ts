import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given, isRefused } from './support/answers.ts';
import { type Cast, castOn, type Person } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { type MadeHome, madeHome } from './support/home-rows.ts';
import { signIn } from './support/people.ts';
import { hash, registration } from './support/registration.ts';

const DAY = 86_400_000;
const ahead = (days: number) => new Date(Date.now() + days * DAY).toISOString();
type Page = { ok: boolean; lastEvent: number; adults: { name: string }[]; callBy: string | null; phase: string };

describe.each(grounds)('two registrations of one home on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  let one: MadeHome;
  let two: MadeHome;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
    one = await madeHome(ground.sql, 'Astrid');
    two = await madeHome(ground.sql, 'Birger');
  });
  afterAll(() => ground?.stop());

  const join = (more: object = {}, who: Person = 'own') =>
    given(cast.as(who).rpc('join_homes', { p_number: one.number, p_into: two.number, ...more }));
  const part = (more: object = {}, who: Person = 'own') =>
    given(cast.as(who).rpc('part_homes', { p_number: two.number, p_from: one.number, ...more }));
  const page = (number: number, who: Person = 'own') => given<Page>(cast.as(who).rpc('household_page', { p_number: number }));
  const set = (home: MadeHome, values: string) => ground.sql(`update public.household set ${values} where id = $1`, [home.id]);
  const kindsIn = async (home: MadeHome) =>
    (
      await ground.sql<{ kind: string }>('select kind from public.household_event where household_id = $1 order by id', [home.id])
    ).map(({ kind }) => kind);
  const adult = async (home: MadeHome) => (await signIn(ground, home.email)).db;
  const coordinate = (home: MadeHome, who: 'own' | 'colleague' | 'related') =>
    ground.sql('insert into public.household_coordinator (household_id, staff_id) values ($1, $2)', [
      home.id,
      cast.people[who].id,
    ]);
  const relate = (home: MadeHome, who: 'own' | 'colleague' | 'related') =>
    ground.sql('insert into public.related_staff (household_id, staff_id, marked_by) values ($1, $2, $3)', [
      home.id,
      cast.people[who].id,
      cast.people.head.id,
    ]);

  test('are one, whose adults see each other and are told that something is new, and the other leads there', async () => {
    const [astrid, birger] = [await adult(one), await adult(two)];
    expect(await join()).toEqual({ ok: true });
    for (const [me, other] of [
      [astrid, 'Birger'],
      [birger, 'Astrid'],
    ] as const) {
      const home = await given<{ number: number; others: { name: string }[] }>(me.rpc('my_home'));
      expect(home.number).toBe(two.number);
      expect(home.others.map(({ name }) => name)).toEqual([`${other} Provsson`]);
    }
    const told = await ground.sql(
      `select from public.mail where template = 'matter_changed' and member_id = any (array[$1, $2]::uuid[]) and state = 'waiting'`,
      [one.adult, two.adult],
    );
    expect(told).toHaveLength(2);
    expect(await given(cast.as('own').rpc('household_page', { p_number: one.number }))).toMatchObject({
      ok: false,
      reason: 'joined',
      into: two.number,
    });
    const found = await given<{ number: number; joined: number[] }[]>(
      cast.as('own').rpc('search_households', { p_query: String(one.number) }),
    );
    expect(found).toMatchObject([{ number: two.number, joined: [one.number] }]);
    expect(await kindsIn(one)).toContain('joined');
    expect(await kindsIn(one)).not.toContain('closed');
  });

  test('show an adult who opened what while it was theirs, and nothing of the other home from before', async () => {
    const [astrid, birger] = [await adult(one), await adult(two)];
    await page(one.number, 'colleague');
    await page(two.number, 'head');
    await join();
    await page(two.number, 'colleague');
    const seen = async (me: typeof astrid) =>
      (await given<{ role: string; action: string }[]>(me.rpc('who_opened', {})))
        .filter(({ action }) => action === 'opened')
        .map(({ role }) => role);
    expect(await seen(astrid)).toEqual(['coordinator', 'coordinator']);
    expect(await seen(birger)).toEqual(['coordinator', 'head']);
    await part();
    await page(two.number, 'head');
    expect(await seen(astrid)).toEqual(['coordinator', 'coordinator']);
    expect(await seen(birger)).toEqual(['head', 'coordinator', 'head']);
    const copy = await given<{ events: { kind: string }[]; opened: { action: string }[] }>(astrid.rpc('my_copy'));
    expect(copy.events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['joined', 'parted']));
    expect(copy.opened.filter(({ action }) => action === 'opened')).toHaveLength(2);
  });

  test('parted, what an adult has written and asked for meanwhile goes with them, and whom they asked in', async () => {
    const astrid = await adult(one);
    await join();
    await given(astrid.rpc('send_message', { p_body: 'Skrivet hos de andra' }));
    await given(astrid.rpc('make_request', { p_kind: 'insight' }));
    await given(
      astrid.rpc('ask_adult', {
        p_first_name: 'Cia',
        p_last_name: 'Provsson',
        p_email: `c${one.email}`,
        p_email_key: `c${one.email}`,
      }),
    );
    await given(ground.anon.rpc('register_interest', registration({ p_email: one.email, p_network_key: hash(one.email) })));
    expect(await part()).toEqual({ ok: true });
    expect((await page(one.number)).adults.map(({ name }) => name)).toEqual(['Astrid Provsson', 'Cia Provsson']);
    expect((await page(two.number)).adults.map(({ name }) => name)).toEqual(['Birger Provsson']);
    const rows = (table: string, home: MadeHome) => ground.sql(`select from public.${table} where household_id = $1`, [home.id]);
    for (const table of ['message', 'data_request']) {
      expect(await rows(table, one)).toHaveLength(1);
      expect(await rows(table, two)).toHaveLength(0);
    }
    expect(await rows('interest', one)).toHaveLength(2);
    expect(await rows('interest', two)).toHaveLength(1);
  });

  test('parted, an answer that went to nobody’s address goes with what it answered, and is erased with it', async () => {
    const stray = `stray-${one.email}`;
    await ground.sql('update public.interest set email = $2, email_key = $2, member_id = null where household_id = $1', [
      one.id,
      stray,
    ]);
    await join();
    await given(ground.anon.rpc('register_interest', registration({ p_email: stray, p_network_key: hash(stray) })));
    await part();
    const homes = await ground.sql('select household_id as home from public.mail where recipient = $1', [stray]);
    expect(homes).toEqual([{ home: one.id }]);
  });

  test('an invitation follows who was invited, and stays with nobody who was not', async () => {
    const at = ahead(40);
    const invitedTo = async (who: Awaited<ReturnType<typeof adult>>) =>
      (await given<{ way: { key: string; agreedAt: string | null }[] }>(who.rpc('my_home'))).way
        .filter(({ key }) => key === 'information')
        .map(({ agreedAt }) => agreedAt !== null && Date.parse(agreedAt) === Date.parse(at));
    const [astrid, birger] = [await adult(one), await adult(two)];
    await given(cast.as('own').rpc('invite_to_information', { p_number: one.number, p_at: at, p_seen: 999_999_999 }));
    await join();
    expect(await invitedTo(astrid)).toEqual([true]);
    await part();
    expect(await invitedTo(astrid)).toEqual([true]);
    expect(await invitedTo(birger)).toEqual([]);
  });

  test('what comes with an address of either comes to the one that is left', async () => {
    await join();
    await given(ground.anon.rpc('register_interest', registration({ p_email: one.email, p_network_key: hash(one.email) })));
    const [row] = await ground.sql<{ home: string }>(
      'select household_id as home from public.interest where email_key = $1 order by registered_at desc limit 1',
      [one.email],
    );
    expect(row?.home).toBe(two.id);
  });

  test('the earlier promise of a call is kept, and parted each has its own again', async () => {
    await set(one, `call_by = '2031-03-04 11:00+01'`);
    await set(two, `call_by = '2031-03-05 11:00+01'`);
    const callBy = async (home: MadeHome) => new Date((await page(home.number)).callBy ?? 0).toISOString();
    await join();
    expect(await callBy(two)).toBe('2031-03-04T10:00:00.000Z');
    await part();
    expect(await callBy(one)).toBe('2031-03-04T10:00:00.000Z');
    expect(await callBy(two)).toBe('2031-03-05T10:00:00.000Z');
  });

  test('called meanwhile, who goes back is called rather once too often', async () => {
    await join();
    await given(cast.as('own').rpc('log_call', { p_number: two.number, p_reached: true }));
    await part();
    expect((await page(two.number)).callBy).toBeNull();
    expect((await page(one.number)).callBy).not.toBeNull();
  });

  test('nobody is left to call where everybody has ended their part meanwhile', async () => {
    const astrid = await adult(one);
    await join();
    await given(astrid.rpc('withdraw_own'));
    await part();
    expect((await page(one.number)).callBy).toBeNull();
  });

  test('a promise is seen although the home that it comes to has paused', async () => {
    await set(one, `call_by = now() + interval '1 day'`);
    await set(two, `call_by = now() + interval '1 day', paused_at = now(), paused_until = '2035-01-01'`);
    const waits = async () =>
      (await given<{ number: number; what: string }[]>(cast.as('own').rpc('my_day', {}))).some(
        ({ number, what }) => number === two.number && what === 'call',
      );
    expect(await waits()).toBe(false);
    await join();
    expect(await waits()).toBe(true);
    await part();
    expect(await waits()).toBe(false);
  });

  test('who is related to either is related to both, and parted to what they were', async () => {
    await relate(one, 'colleague');
    expect(await isRefused(cast.as('colleague').rpc('join_homes', { p_number: one.number, p_into: two.number }))).toBe(true);
    expect(await isRefused(cast.as('colleague').rpc('join_homes', { p_number: two.number, p_into: one.number }))).toBe(true);
    expect((await page(two.number, 'colleague')).ok).toBe(true);
    await join();
    for (const { number } of [one, two])
      expect(await given(cast.as('colleague').rpc('household_page', { p_number: number }))).toEqual({
        ok: false,
        reason: 'missing',
      });
    expect(await given(cast.as('colleague').rpc('search_households', { p_query: String(two.number) }))).toEqual([]);
    expect(await isRefused(cast.as('colleague').rpc('part_homes', { p_number: two.number, p_from: one.number }))).toBe(true);
    // Marked while they are one, it may be either's.
    await given(cast.as('head').rpc('mark_related', { p_number: two.number, p_staff: cast.people.own.id }));
    await part({}, 'head');
    expect((await page(two.number, 'colleague')).ok).toBe(true);
    expect((await page(one.number, 'colleague')).ok).toBe(false);
    for (const { number } of [one, two]) expect((await page(number, 'own')).ok).toBe(false);
  });

  test('a coordinator of the one who is related to the other stops it', async () => {
    await coordinate(one, 'colleague');
    await relate(two, 'colleague');
    expect(await join()).toEqual({ ok: false, reason: 'coordinator_related' });
  });

  test('coordinators of the one have both, and afterwards only theirs', async () => {
    await coordinate(one, 'own');
    await coordinate(two, 'colleague');
    const coordinators = async (home: MadeHome) =>
      (
        await ground.sql<{ id: string }>('select staff_id as id from public.household_coordinator where household_id = $1', [
          home.id,
        ])
      )
        .map(({ id }) => id)
        .sort();
    await join();
    const { own, colleague } = cast.people;
    expect(await coordinators(two)).toEqual([own.id, colleague.id].sort());
    await part();
    expect(await coordinators(two)).toEqual([colleague.id]);
    expect(await coordinators(one)).toEqual([own.id]);
  });

  test.each(['one', 'two'] as const)('%s of them protected, both are, for ever', async (which) => {
    const home = { one, two }[which];
    await set(home, 'protected_at = now()');
    await coordinate(home, 'own');
    expect(await join({}, 'colleague')).toEqual({ ok: false, reason: 'coordinators_only' });
    await join();
    const shielded = await ground.sql<{ state: string }>(
      `select distinct state from public.mail where household_id = $1 and template = 'matter_changed'`,
      [two.id],
    );
    expect(shielded).toEqual([{ state: 'withheld' }]);
    await part();
    const rows = await ground.sql<{ hidden: boolean; somebody: boolean }>(
      `select protected_at is not null as hidden,
         exists (select from public.household_coordinator c where c.household_id = h.id) as somebody
       from public.household h where id in ($1, $2)`,
      [one.id, two.id],
    );
    expect(rows).toEqual(Array(2).fill({ hidden: true, somebody: true }));
  });

  test.each(['one', 'two'] as const)('who has asked to be erased is answered first: %s', async (which) => {
    const home = { one, two }[which];
    await given((await adult(home)).rpc('make_request', { p_kind: 'erasure' }));
    expect(await join()).toEqual({ ok: false, reason: 'erasure_first' });
  });

  test('are not joined when that would be more than ten adults, nor when the one has another in it', async () => {
    for (let count = 0; count < 9; count += 1)
      await ground.sql(`insert into public.household_member (household_id, first_name, last_name) values ($1, 'En', 'Till')`, [
        two.id,
      ]);
    expect(await join()).toEqual({ ok: false, reason: 'too_many_together' });
    const third = await madeHome(ground.sql, 'Cia');
    await given(cast.as('own').rpc('join_homes', { p_number: third.number, p_into: one.number }));
    expect(await join()).toEqual({ ok: false, reason: 'holds_joined' });
  });

  test('into one in assessment gives each adult their own steps, and is for good', async () => {
    await given(cast.as('own').rpc('begin_assessment', { p_number: two.number }));
    const astrid = await adult(one);
    await join();
    const { way } = await given<{ way: { own: boolean }[] }>(astrid.rpc('my_home'));
    expect(way.filter(({ own }) => own)).toHaveLength(4);
    expect(await part()).toEqual({ ok: false, reason: 'case_together' });
    expect((await page(two.number)).adults).toHaveLength(2);
  });

  test('telephone and e-mail are not shown to who has come', async () => {
    const [astrid, birger] = [await adult(one), await adult(two)];
    for (const me of [astrid, birger]) await given(me.rpc('share_contact', { p_on: true }));
    await join();
    for (const me of [astrid, birger]) {
      const { others } = await given<{ others: { email: string | null }[] }>(me.rpc('my_home'));
      expect(others.map(({ email }) => email)).toEqual([null]);
    }
  });

  test.each(['p_seen', 'p_seen_into'] as const)('a colleague’s change in either is not written over: %s', async (which) => {
    const home = which === 'p_seen' ? one : two;
    const { lastEvent } = await page(home.number);
    await given(cast.as('colleague').rpc('log_call', { p_number: home.number, p_reached: true }));
    expect(await join({ [which]: lastEvent })).toMatchObject({ ok: false, reason: 'changed_meanwhile', kind: 'call_reached' });
  });

  test('parting is not done over a colleague’s change, nor twice', async () => {
    await join();
    const { lastEvent } = await page(two.number);
    await given(cast.as('colleague').rpc('log_call', { p_number: two.number, p_reached: true }));
    expect(await part({ p_seen: lastEvent })).toMatchObject({ ok: false, reason: 'changed_meanwhile' });
    expect(await part()).toEqual({ ok: true });
    expect(await part()).toEqual({ ok: false, reason: 'parted_already' });
  });

  test('the empty one is neither announced nor erased by itself, and goes with the other', async () => {
    await join();
    const kept = async () =>
      ground.sql<{ erased: boolean }>(
        'select erased_at is not null as erased from public.household where id in ($1, $2) order by number',
        [one.id, two.id],
      );
    const keep = (days: number) => given(ground.service.rpc('keep_time', { p_months: 24, p_days: 30, p_now: ahead(days) }));
    await ground.sql(
      `insert into public.household_event (household_id, happened_at, kind, actor) values ($1, now() + interval '100 days', 'contact_changed', 'family')`,
      [two.id],
    );
    await keep(24 * 31);
    await keep(24 * 31 + 40);
    expect(await kindsIn(one)).not.toContain('erasure_announced');
    expect(await kept()).toEqual([{ erased: false }, { erased: false }]);
    await keep(24 * 31 + 200);
    await keep(24 * 31 + 240);
    expect(await kept()).toEqual([{ erased: true }, { erased: true }]);
  });
});
