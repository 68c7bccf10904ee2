import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given, isRefused } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { GATE, type Ground, grounds } from './support/grounds.ts';
import { signIn } from './support/people.ts';
import { hash } from './support/registration.ts';

const gate = { p_gate: GATE };
const app = { ...gate, p_label: 'Telefonen', p_sealed_secret: 'sealed', p_step: 1 };

describe.each(grounds)('adding and removing a second factor on %s', (_name, start) => {
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
  const notices = async (recipient: string) => {
    const rows = await ground.sql<{ what: string }>(
      `select payload ->> 'what' as what from public.mail where template = 'security_notice' and recipient = $1 order by created_at`,
      [recipient],
    );
    return rows.map(({ what }) => what);
  };

  test('a recovery code counts once, and its person is told', async () => {
    const { email } = cast.people.door;
    const recover = () => given(door().rpc('pass_recovery_code', { ...gate, p_hash: hash(email) }));
    expect([await recover(), await recover()]).toEqual([true, false]);
    expect(await isIn()).toBe(true);
    expect(await notices(email)).toEqual(['recovery_code_used']);
  });

  test('new recovery codes end the old ones', async () => {
    await code(101);
    await given(door().rpc('set_recovery_codes', { ...gate, p_hashes: [hash('new')] }));
    expect(await given(door().rpc('pass_recovery_code', { ...gate, p_hash: hash(cast.people.door.email) }))).toBe(false);
    expect(await given(door().rpc('pass_recovery_code', { ...gate, p_hash: hash('new') }))).toBe(true);
  });

  test('the first is free after the code by mail; the next needs one', async () => {
    await ground.sql('delete from private.factor where staff_id = $1', [cast.people.door.id]);
    expect(await given(door().rpc('add_app', app))).toBeTruthy();
    expect(await isIn()).toBe(true);
    const { email, user } = cast.people.door;
    const { db } = await signIn(ground, email, { user });
    expect(await isRefused(db.rpc('add_app', app))).toBe(true);
    const passkey = {
      ...gate,
      p_label: 'Nyckel',
      p_credential_id: randomUUID(),
      p_public_key: 'k',
      p_counter: 0,
      p_transports: [],
    };
    expect(await isRefused(db.rpc('add_passkey', passkey))).toBe(true);
    expect(await given(door().rpc('add_passkey', passkey))).toBeTruthy();
    expect(await notices(email)).toEqual(['factor_added', 'factor_added']);
  });

  test('the last one stays', async () => {
    await code(101);
    const remove = (p_factor: string) => given(door().rpc('remove_factor', { ...gate, p_factor }));
    expect(await remove(cast.people.own.app)).toBe(false);
    expect(await remove(cast.people.door.app)).toBe(true);
    expect(await remove(cast.people.door.passkey)).toBe(false);
    expect(await notices(cast.people.door.email)).toEqual(['factor_removed']);
  });

  test('begun anew by the head: sessions end, factors and recovery codes are gone, and the first is free again', async () => {
    await code(101);
    await given(cast.as('head').rpc('reset_second_factor', { p_staff: cast.people.door.id }));
    expect(await isRefused(door().rpc('second_factors', gate))).toBe(true);
    const { email, user } = cast.people.door;
    const { db } = await signIn(ground, email, { user });
    expect(await given(db.rpc('second_factors', gate))).toMatchObject({ factors: [], recoveryLeft: 0, verified: false });
    expect(await given(db.rpc('pass_app_code', { ...gate, p_factor: cast.people.door.app, p_step: 105 }))).toBe(false);
    expect(await given(db.rpc('add_app', app))).toBeTruthy();
    expect(await notices(email)).toEqual(['factors_reset', 'factor_added']);
  });
});
