import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given, isRefused } from './support/answers.ts';
import { manyConnections, speakingAs } from './support/at-once.ts';
import { type Cast, castOn } from './support/cast.ts';
import { GATE, type Ground, grounds } from './support/grounds.ts';
import { signIn } from './support/people.ts';

const gate = { p_gate: GATE };

describe.each(grounds)('the second factor on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const door = () => cast.as('door');
  const isIn = async () => !(await isRefused(door().rpc('colleagues')));
  const code = (p_step: number, p_factor = cast.people.door.app) =>
    given<boolean>(door().rpc('pass_app_code', { ...gate, p_factor, p_step }));

  test('is what opens the work desk', async () => {
    expect(await isIn()).toBe(false);
    expect(await code(101)).toBe(true);
    expect(await isIn()).toBe(true);
  });

  test('takes no code again, nor an older one', async () => {
    expect(await code(100)).toBe(false);
    expect(await code(99)).toBe(false);
    expect(await code(102)).toBe(true);
    expect([await code(102), await code(101), await code(103)]).toEqual([false, false, true]);
  });

  test('takes no other person’s, no removed one, and no passkey for an app', async () => {
    expect(await code(101, cast.people.own.app)).toBe(false);
    expect(await code(101, cast.people.door.passkey)).toBe(false);
    await ground.sql('update private.factor set removed_at = now() where id = $1', [cast.people.door.app]);
    expect(await code(101)).toBe(false);
    expect(await isIn()).toBe(false);
  });

  test('counts for the session that it was given in, and for no other', async () => {
    await code(101);
    const { email, user } = cast.people.door;
    const second = await signIn(ground, email, { user });
    expect(await isRefused(second.db.rpc('colleagues'))).toBe(true);
  });

  test('refuses a passkey whose counter does not grow, unless it has none', async () => {
    const pass = (p_counter: number) =>
      given(door().rpc('pass_passkey', { ...gate, p_factor: cast.people.door.passkey, p_counter }));
    expect([await pass(0), await pass(0), await pass(7), await pass(7), await pass(3), await pass(0), await pass(8)]).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  test('gives a challenge once, in its own session, and within five minutes', async () => {
    const keep = () => given(door().rpc('keep_challenge', { ...gate, p_purpose: 'use', p_challenge: 'made just now, for this' }));
    const take = (db = door()) => given(db.rpc('take_challenge', { ...gate, p_purpose: 'use' }));
    await keep();
    const { email, user } = cast.people.door;
    expect(await take((await signIn(ground, email, { user })).db)).toBeNull();
    expect([await take(), await take()]).toEqual(['made just now, for this', null]);
    await keep();
    expect(await given(door().rpc('take_challenge', { ...gate, p_purpose: 'add' }))).toBeNull();
    await ground.sql(`update private.passkey_challenge set made_at = made_at - interval '6 minutes'`);
    expect(await take()).toBeNull();
  });

  test('tries are few', async () => {
    let turn = 1;
    while (turn < 12 && (await given(door().rpc('try_second_factor', gate)))) turn += 1;
    expect(turn).toBeGreaterThanOrEqual(6);
    expect(turn).toBeLessThan(12);
  });
});

describe('the second factor over twenty connections at once', () => {
  test('takes one code once, and lets no second person add a first factor', async () => {
    const { ground, sql, stop } = await manyConnections(20);
    const { people } = await castOn(ground);
    const passed = await Promise.all(
      Array.from({ length: 20 }, () =>
        speakingAs(sql, people.door, (tx) => tx`select public.pass_app_code(${GATE}, ${people.door.app}, 101) as ok`),
      ),
    );
    expect(passed.filter(([row]) => row?.ok === true)).toHaveLength(1);

    // Each in a session of its own, so that the first one who adds verifies none of the others.
    await sql`delete from private.factor where staff_id = ${people.door.id}`;
    const sessions = await sql<{ id: string }[]>`
      insert into private.sign_in_session (id, user_id)
      select gen_random_uuid(), ${people.door.user} from generate_series(1, 20) returning id`;
    const added = await Promise.allSettled(
      sessions.map(({ id }) =>
        speakingAs(sql, { ...people.door, session: id }, (tx) => tx`select public.add_app(${GATE}, 'Telefonen', 'sealed', 1)`),
      ),
    );
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await sql`select from private.factor where staff_id = ${people.door.id}`).toHaveLength(1);
    await stop();
  });
});
