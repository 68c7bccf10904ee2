import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { GATE, type Ground, grounds } from './support/grounds.ts';
import { signIn } from './support/people.ts';
import { hash } from './support/registration.ts';

type Wish = { outcome: 'accepted' | 'wait' | 'limited'; nextAt?: string };

describe.each(grounds)('wishes for a code on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const ask = (email: string, network: string = hash(randomUUID()), next?: string) =>
    given<Wish>(
      ground.anon.rpc('ask_for_code', {
        ...{ p_gate: GATE, p_network_key: network, p_address_key: hash(email), p_email: email },
        ...(next && { p_next: next }),
      }),
    );
  const wished = async () => {
    const rows = await given<{ email: string; has_account: boolean }[]>(ground.service.rpc('claim_code_wishes'));
    return rows.map(({ email, has_account }) => [email, has_account]);
  };
  const earlier = (email: string, by: string) =>
    ground.sql('update private.code_wish set asked_at = asked_at - $2::text::interval where address_key = $1', [hash(email), by]);

  test('are answered alike for a known and an unknown address, and the unknown leaves no trace', async () => {
    const unknown = `${randomUUID()}@exempel.example`;
    const answers = [await ask(cast.people.adultA.email), await ask(unknown)];
    expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    expect(Object.keys(answers[0] ?? {})).toEqual(Object.keys(answers[1] ?? {}));
    expect(await wished()).toEqual([[cast.people.adultA.email, true]]);
    const kept = await ground.sql(`select from private.code_wish where email is not null or claimed_at is null`);
    expect(kept).toEqual([]);
    expect(JSON.stringify(await ground.sql('select * from private.code_wish'))).not.toContain('@');
  });

  test('become a mail once, and not after five minutes', async () => {
    await ask(cast.people.own.email);
    expect(await wished()).toHaveLength(1);
    expect(await wished()).toEqual([]);
    await ask(cast.people.adultA.email);
    await earlier(cast.people.adultA.email, '6 minutes');
    expect(await wished()).toEqual([]);
  });

  test('of listed staff and of invited adults who have never been here are told to have no account', async () => {
    await ground.sql('update public.staff_member set user_id = null where id = $1', [cast.people.own.id]);
    await ground.sql('update public.household_member set user_id = null where id = $1', [cast.people.adultB.id]);
    await ask(cast.people.own.email);
    await ask(cast.people.adultB.email);
    expect(await wished()).toEqual([
      [cast.people.own.email, false],
      [cast.people.adultB.email, false],
    ]);
  });

  test('of who is removed, has left or is protected give no code', async () => {
    await given(cast.as('own').rpc('remove_adult', { p_number: cast.home, p_member: cast.people.adultB.id }));
    for (const { email } of [cast.people.removed, cast.people.adultB, cast.tuva]) await ask(email);
    expect(await wished()).toEqual([]);
  });

  test.each([false, true])('of who is silent give a code only when they have said so: %s', async (p_takes_codes) => {
    await given(cast.as('adultA').rpc('set_own_silence', { p_times: 'Torsdagar', p_takes_codes }));
    await ask(cast.people.adultA.email);
    expect(await wished()).toHaveLength(p_takes_codes ? 1 : 0);
  });

  test('wait longer each time, on an address that is known or not', async () => {
    const email = `${randomUUID()}@exempel.example`;
    const waits: number[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      const { outcome, nextAt } = await ask(email);
      expect(outcome).toBe('accepted');
      waits.push(Math.round((Date.parse(nextAt ?? '') - Date.now()) / 1000));
      expect((await ask(email)).outcome).toBe('wait');
      await earlier(email, '2 hours');
    }
    expect(waits.map((wait) => Math.round(wait / 10) * 10)).toEqual([30, 60, 180, 600, 1800, 3600, 7200, 7200]);
  });

  test.each<[string, number, () => (turn: number) => [email: string, network: string]]>([
    [
      'one network',
      31,
      () => {
        const network = hash(randomUUID());
        return () => [`${randomUUID()}@exempel.example`, network];
      },
    ],
    [
      'one address from one network',
      21,
      () => {
        const [email, network] = [`${randomUUID()}@exempel.example`, hash(randomUUID())];
        return () => [email, network];
      },
    ],
    [
      'one address',
      61,
      () => {
        const email = `${randomUUID()}@exempel.example`;
        return () => [email, hash(randomUUID())];
      },
    ],
  ])('are limited for %s at wish %i', async (_what, most, make) => {
    const next = make();
    let turn = 1;
    // The windows are fixed: begun just before one ends, the counting goes on in the next.
    while (turn < most * 2 && (await ask(...next(turn))).outcome !== 'limited') turn += 1;
    expect(turn).toBeGreaterThanOrEqual(most);
    expect(turn).toBeLessThan(most * 2);
  });

  test('begin anew where somebody has come in, who lands where they were going, and nowhere else', async () => {
    const { email, user } = cast.people.adultA;
    await ask(email, hash('network'), '/mina-sidor/uppgifter');
    expect((await signIn(ground, email, { user })).begun).toMatchObject({ ok: true, next: '/mina-sidor/uppgifter' });
    // From outside it shows in nothing that the address is ours, and that its person has just signed in.
    expect((await ask(email)).outcome).toBe('wait');
    expect((await ask(email, hash('network'))).outcome).toBe('accepted');
  });

  test('lead nowhere outside our own pages', async () => {
    for (const p_next of ['//exempel.example', 'https://exempel.example', '/\\exempel.example']) {
      await expect(ask(`${randomUUID()}@exempel.example`, undefined, p_next)).rejects.toThrow(/SUP|23514/);
    }
  });
});
