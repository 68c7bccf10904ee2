import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ground, grounds } from './support/grounds.ts';
import { hash, type RegisterArgs, registration } from './support/registration.ts';

const unique = () => ({ p_email: `${randomUUID()}@exempel.example`, p_network_key: hash(randomUUID()) });

describe.each(grounds)('registering interest on %s', (_name, start) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await start();
  });
  afterAll(() => ground?.stop());

  const register = (args: RegisterArgs) => ground.anon.rpc('register_interest', args);
  const stored = (email: string) =>
    ground.sql<{ state: string; phone: string; first_name: string; child_ages: number[]; household_id: string }>(
      'select state, phone, first_name, child_ages, household_id from public.interest where email = $1 order by registered_at',
      [email],
    );
  const mailsOf = (household: string) =>
    ground.sql<{ template: string; recipient: string | null; payload: object }>(
      'select template, recipient, payload from public.mail where household_id = $1 order by created_at, template',
      [household],
    );

  test('writes the row, the event and both mails together', async () => {
    const args = registration(unique());
    expect((await register(args)).data).toMatchObject({ ok: true });
    const [row] = await stored(args.p_email);
    expect(row).toMatchObject({ state: 'received', first_name: 'Amira', child_ages: [4, 7] });
    const household = row?.household_id ?? '';
    expect(await mailsOf(household)).toMatchObject([
      { template: 'interest_received', recipient: args.p_email },
      { template: 'interest_notice', recipient: null },
    ]);
    const events = await ground.sql('select kind, actor from public.household_event where household_id = $1', [household]);
    expect(events).toEqual([{ kind: 'interest_registered', actor: 'family' }]);
  });

  test('the notice to GFO holds no personal data', async () => {
    const args = registration(unique());
    await register(args);
    const [row] = await stored(args.p_email);
    const notice = (await mailsOf(row?.household_id ?? '')).find(({ template }) => template === 'interest_notice');
    expect(Object.keys(notice?.payload ?? {}).sort()).toEqual(['addition', 'callBy', 'householdNumber']);
  });

  test('the same content twice is one registration with one promise', async () => {
    const args = registration(unique());
    const first = await register(args);
    const again = await register({ ...args, p_call_by: new Date(Date.now() + 9 * 86_400_000).toISOString() });
    expect(again.data).toEqual(first.data);
    expect(await stored(args.p_email)).toHaveLength(1);
  });

  test('twenty presses at once are one registration', async () => {
    const args = registration(unique());
    const answers = await Promise.all(Array.from({ length: 20 }, () => register(args)));
    expect(answers.every(({ data }) => JSON.stringify(data) === JSON.stringify(answers[0]?.data))).toBe(true);
    expect(await stored(args.p_email)).toHaveLength(1);
  });

  test('a known address adds beside the first, and overwrites nothing', async () => {
    const args = registration(unique());
    const first = await register(args);
    const other = await register({ ...args, p_first_name: 'Någon annan', p_phone: '+46701740699' });
    expect(Object.keys(other.data as object)).toEqual(Object.keys(first.data as object));
    expect(await stored(args.p_email)).toMatchObject([
      { state: 'received', phone: '+46701740605', first_name: 'Amira' },
      { state: 'unconfirmed_addition', phone: '+46701740699', first_name: 'Någon annan' },
    ]);
    const households = new Set((await stored(args.p_email)).map(({ household_id }) => household_id));
    expect(households.size).toBe(1);
  });

  test('without the gate a stranger with the publishable key registers nothing', async () => {
    const args = registration({ ...unique(), p_gate: 'a guess' });
    expect((await register(args)).error?.code).toBe('42501');
    expect(await stored(args.p_email)).toEqual([]);
  });

  test('an address is let in five times a day from one network, and what was registered stays reachable', async () => {
    const args = registration(unique());
    for (let turn = 1; turn <= 5; turn += 1) {
      expect((await register({ ...args, p_question: `Fråga ${turn}` })).data).toMatchObject({ ok: true });
    }
    expect((await register({ ...args, p_question: 'Fråga 6' })).data).toEqual({ ok: false, reason: 'limited' });
    expect((await register({ ...args, p_question: 'Fråga 1' })).data).toMatchObject({ ok: true });
    expect(await stored(args.p_email)).toHaveLength(5);
  });

  test('another network cannot tell from its limit that an address was used today', async () => {
    const { p_email } = unique();
    const tries = async (network: string) => {
      for (let turn = 1; ; turn += 1) {
        const answer = await register(registration({ p_email, p_network_key: hash(network), p_question: `${network} ${turn}` }));
        if (JSON.stringify(answer.data) === '{"ok":false,"reason":"limited"}') return turn;
      }
    };
    expect(await tries(randomUUID())).toBe(await tries(randomUUID()));
  });

  test('an address is let in fifteen times a day from all networks together', async () => {
    const { p_email } = unique();
    for (let turn = 1; turn <= 16; turn += 1) {
      const args = registration({ p_email, p_network_key: hash(randomUUID()), p_question: `Fråga ${turn}` });
      expect((await register(args)).data).toMatchObject({ ok: turn <= 15 });
    }
  });

  test('a network without proof of work is let in twelve times an hour, and with proof it still has room', async () => {
    const network = hash(randomUUID());
    const answers = [];
    for (let turn = 0; turn < 13; turn += 1) {
      answers.push((await register(registration({ ...unique(), p_network_key: network, p_proven: false }))).data);
    }
    expect(
      answers.filter((answer) => JSON.stringify(answer) === '{"ok":false,"reason":"limited"}').length,
    ).toBeGreaterThanOrEqual(1);
    expect((await register(registration({ ...unique(), p_network_key: network }))).data).toMatchObject({ ok: true });
  });

  test('the limits keep hashes, never an address', async () => {
    const rows = await ground.sql<{ key_hash: string }>('select key_hash from private.rate_hit');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ key_hash }) => /^[0-9a-f]{64}$/.test(key_hash))).toBe(true);
  });

  test.each([
    ['a promise in the past', { p_call_by: '2020-01-01T00:00:00Z' }],
    ['no adult', { p_adults: 0 }],
    ['a call without a number', { p_phone: undefined }],
    ['an age of 140', { p_child_ages: [140] }],
    ['an empty name', { p_first_name: '' }],
    ['an address in two lines', { p_email: 'a@b.example\nBcc: c@d.example' }],
    ['a campaign that is no name', { p_campaign: '<script>' }],
    ['a question of 1 501 characters', { p_question: 'x'.repeat(1501) }],
    ['a municipality of its own', { p_municipality: 'sundsvall' as 'timra' }],
  ])('refuses %s and stores nothing', async (_what, changes) => {
    const args = registration({ ...unique(), ...changes });
    expect((await register(args)).error).toBeTruthy();
    expect(await stored(args.p_email)).toEqual([]);
  });

  test('the history cannot be changed, not even by its owner', async () => {
    await expect(ground.sql('update public.household_event set kind = kind')).rejects.toThrow(/append-only/);
    await expect(ground.sql('delete from public.household_event')).rejects.toThrow(/append-only/);
    await expect(ground.sql('truncate public.household_event')).rejects.toThrow(/append-only/);
  });

  test('a question can be flagged once, and the history says so', async () => {
    const args = registration(unique());
    await register(args);
    const [row] = await ground.sql<{ id: string; household_id: string }>(
      'select id, household_id from public.interest where email = $1',
      [args.p_email],
    );
    const flag = async () => (await ground.service.rpc('flag_interest_question', { p_interest: row?.id ?? '' })).data;
    expect([await flag(), await flag()]).toEqual([true, false]);
    const kinds = await ground.sql('select kind from public.household_event where household_id = $1 order by id', [
      row?.household_id,
    ]);
    expect(kinds).toEqual([{ kind: 'interest_registered' }, { kind: 'question_flagged' }]);
  });
});
