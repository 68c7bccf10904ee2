import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { manyConnections } from './support/at-once.ts';
import { type Cast, castOn } from './support/cast.ts';
import { GATE, type Ground, grounds } from './support/grounds.ts';
import { signIn } from './support/people.ts';
import { hash } from './support/registration.ts';

type Wish = { outcome: 'accepted' | 'wait' | 'limited'; nextAt?: string };

describe.each(grounds)('tries of a code on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  /** A wish for a code, which the job has mailed. */
  const ask = async (email: string, network: string = hash(randomUUID())) => {
    const wish = { p_gate: GATE, p_network_key: network, p_address_key: hash(email), p_email: email };
    const asked = await given<Wish>(ground.anon.rpc('ask_for_code', wish));
    await given(ground.service.rpc('claim_code_wishes'));
    return asked;
  };
  const attempt = (email: string, network: string = hash(randomUUID())) =>
    given<boolean>(ground.anon.rpc('try_code', { p_gate: GATE, p_network_key: network, p_address_key: hash(email) }));
  /** As if everything about the address had happened that much earlier. */
  const earlier = (email: string, by: string) =>
    ground.sql('update private.code_wish set asked_at = asked_at - $2::text::interval where address_key = $1', [hash(email), by]);

  test('allow five tries of a code, then none; a new wish five more', async () => {
    const { email } = cast.people.adultA;
    await ask(email);
    const tries: boolean[] = [];
    for (let turn = 0; turn < 7; turn += 1) tries.push(await attempt(email));
    expect(tries).toEqual([true, true, true, true, true, false, false]);
    await earlier(email, '2 hours');
    await ask(email);
    expect(await attempt(email)).toBe(true);
  });

  test('allow five of twenty tries that come at once', async () => {
    const { email } = cast.people.adultA;
    await ask(email);
    const tries = await Promise.all(Array.from({ length: 20 }, () => attempt(email)));
    expect(tries.filter(Boolean)).toHaveLength(5);
  });

  test('allow no try without a wish, after fifteen minutes, or when the code has been used', async () => {
    const { email } = cast.people.adultA;
    expect(await attempt(email)).toBe(false);
    await ask(email);
    await earlier(email, '16 minutes');
    expect(await attempt(email)).toBe(false);
    await earlier(email, '1 day');
    await ask(email);
    await signIn(ground, email, { user: cast.people.adultA.user });
    expect(await attempt(email)).toBe(false);
  });

  test('a code that went to nobody has no tries, and gives those of an earlier one no new life', async () => {
    const { email } = cast.people.adultA;
    await ask(email);
    for (let turn = 0; turn < 5; turn += 1) expect(await attempt(email)).toBe(true);
    await earlier(email, '1 minute');
    // The same person to our counts, and no address of ours.
    const wish = { p_gate: GATE, p_network_key: hash(randomUUID()), p_address_key: hash(email), p_email: `x+${email}` };
    expect(await given<Wish>(ground.anon.rpc('ask_for_code', wish))).toMatchObject({ outcome: 'accepted' });
    expect(await given(ground.service.rpc('claim_code_wishes'))).toEqual([]);
    expect(await attempt(email)).toBe(false);
    const unknown = `${randomUUID()}@exempel.example`;
    await ask(unknown);
    expect(await attempt(unknown)).toBe(false);
  });

  test('one network alone does not use up what an address has', async () => {
    const { email } = cast.people.adultA;
    const network = hash(randomUUID());
    // More than the pair may, and far less than the network.
    for (let turn = 0; turn < 25; turn += 1) await attempt(email, network);
    await ask(email);
    expect(await attempt(email, network)).toBe(false);
    expect(await attempt(email)).toBe(true);
  });

  test('and tries are limited for each network, whatever addresses they are at', async () => {
    const network = hash(randomUUID());
    let turn = 0;
    let allowed = true;
    while (turn < 122 && allowed) {
      turn += 1;
      const email = `${randomUUID()}@exempel.example`;
      await ground.sql('insert into private.code_wish (address_key, claimed_at, mailed) values ($1, now(), true)', [hash(email)]);
      allowed = await attempt(email, network);
    }
    expect(turn).toBeGreaterThanOrEqual(61);
    expect(turn).toBeLessThan(122);
    expect(await attempt(cast.people.adultA.email, network)).toBe(false);
  });
});

describe('twenty tries of one code over twenty connections', () => {
  test('are five', async () => {
    const { sql, stop } = await manyConnections(20);
    const key = hash('amira');
    await sql`insert into private.code_wish (address_key, claimed_at, mailed) values (${key}, now(), true)`;
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => sql`select public.try_code(${GATE}, ${hash(randomUUID())}, ${key}) as ok`),
    );
    expect(tries.filter(([row]) => row?.ok)).toHaveLength(5);
    await stop();
  });
});
