import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
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
    expect((await register(args)).data).toBe(true);
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

  test('the same content twice is one registration', async () => {
    const args = registration(unique());
    expect([(await register(args)).data, (await register(args)).data]).toEqual([true, true]);
    const [row, ...more] = await stored(args.p_email);
    expect(more).toEqual([]);
    expect(await mailsOf(row?.household_id ?? '')).toHaveLength(2);
  });

  test('the same content on another day is the same registration with a promise of its own, told once to both', async () => {
    const args = registration(unique());
    await register(args);
    await ground.sql(
      `update public.interest set registered_at = registered_at - interval '20 days', call_by = call_by - interval '20 days' where email = $1`,
      [args.p_email],
    );
    expect([(await register(args)).data, (await register(args)).data]).toEqual([true, true]);
    const [row, ...more] = await stored(args.p_email);
    expect(more).toEqual([]);
    expect((await mailsOf(row?.household_id ?? '')).map(({ template }) => template)).toEqual([
      'interest_received',
      'interest_notice',
      'interest_received',
      'interest_notice',
    ]);
    const events = await ground.sql('select kind from public.household_event where household_id = $1 order by id', [
      row?.household_id,
    ]);
    expect(events).toEqual([{ kind: 'interest_registered' }, { kind: 'interest_repeated' }]);
  });

  test('the same content after thirty days is stored beside the first', async () => {
    const args = registration(unique());
    await register(args);
    await ground.sql(
      `update public.interest set registered_at = registered_at - interval '31 days', call_by = call_by - interval '31 days' where email = $1`,
      [args.p_email],
    );
    await register(args);
    expect((await stored(args.p_email)).map(({ state }) => state)).toEqual(['received', 'unconfirmed_addition']);
  });

  test('twenty presses at once through the API are one registration', async () => {
    const args = registration(unique());
    const answers = await Promise.all(Array.from({ length: 10 }, () => register(args)));
    expect(answers.map(({ data }) => data)).toEqual(Array.from({ length: 10 }, () => true));
    expect(await stored(args.p_email)).toHaveLength(1);
  });

  test('when the mail cannot be written nothing is', async () => {
    const args = registration({ ...unique(), p_email_address: 'no address' });
    expect((await register(args)).error).toBeTruthy();
    expect(await stored(args.p_email)).toEqual([]);
    expect(
      await ground.sql(
        `select 1 from public.household h where not exists (select from public.interest i where i.household_id = h.id)`,
      ),
    ).toEqual([]);
  });

  test('a known address adds beside the first, and overwrites nothing', async () => {
    const args = registration(unique());
    const first = await register(args);
    const other = await register({ ...args, p_first_name: 'Någon annan', p_phone: '+46701740699' });
    expect(other).toEqual(first);
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

  const limited = async (args: (turn: number) => Partial<RegisterArgs>, most: number) => {
    for (let turn = 1; turn <= most; turn += 1) {
      if ((await register(registration({ p_question: `Fråga ${turn}`, ...args(turn) }))).data === false) return turn;
    }
    return 'never';
  };

  test.each<[string, number, () => (turn: number) => Partial<RegisterArgs>]>([
    [
      'one address from one network',
      11,
      () => {
        const same = unique();
        return () => same;
      },
    ],
    [
      'one address from all networks',
      26,
      () => {
        const { p_email } = unique();
        return () => ({ ...unique(), p_email });
      },
    ],
    [
      'one form',
      11,
      () => {
        const p_draft_key = hash(randomUUID());
        return () => ({ ...unique(), p_draft_key });
      },
    ],
    [
      'one network without proof of work',
      13,
      () => {
        const { p_network_key } = unique();
        return () => ({ ...unique(), p_network_key, p_proven: false });
      },
    ],
    [
      'one network with proof of work',
      61,
      () => {
        const { p_network_key } = unique();
        return () => ({ ...unique(), p_network_key });
      },
    ],
  ])('%s is stopped at try %i', async (_what, stopped, args) => {
    // The windows are fixed: begun just before one ends, the counting goes on in the next.
    const tries = await limited(args(), stopped * 2);
    expect(tries).toBeGreaterThanOrEqual(stopped);
    expect(tries).toBeLessThan(stopped * 2);
  });

  test('what is limited tells nothing: the same content, other content and another’s address are answered alike', async () => {
    const known = registration(unique());
    await register(known);
    const network = hash(randomUUID());
    await limited(() => ({ p_email: known.p_email, p_network_key: network }), 30);
    expect((await register({ ...known, p_network_key: network })).data).toBe(false);
    expect((await register({ ...known, p_network_key: network, p_first_name: 'En gissning' })).data).toBe(false);
  });

  test('another network cannot tell from its limit that an address was used today', async () => {
    const { p_email } = unique();
    const networks = [hash(randomUUID()), hash(randomUUID())];
    const [first, second] = networks.map((p_network_key) => () => ({ p_email, p_network_key }));
    expect(await limited(first ?? unique, 30)).toBe(await limited(second ?? unique, 30));
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
});

// The embedded Supabase answers one at a time on PGlite and keeps a small pool on PostgreSQL, so that the presses hardly
// meet there. Here twenty connections are open and waiting before the first is let go.
describe('registering at the same moment over twenty connections', () => {
  test('is one registration with one household and two mails', async () => {
    const ground = await grounds[1]?.[1]();
    if (!ground?.databaseUrl) throw new Error('no PostgreSQL ground');
    const sql = postgres(ground.databaseUrl, { max: 20, onnotice: () => undefined });
    await Promise.all(Array.from({ length: 20 }, () => sql`select pg_sleep(0.2)`));
    // Each from a network and a form of its own: what they share is the address alone.
    const { p_email } = unique();
    const calls = Array.from({ length: 10 }, () => {
      const keys = { p_network_key: hash(randomUUID()), p_address_key: hash(randomUUID()), p_draft_key: hash(randomUUID()) };
      return Object.entries({ ...registration({ p_email }), ...keys, p_call_by: '2099-01-01T15:00:00Z' });
    });
    const answers = await Promise.all(
      calls.map((named) => {
        const list = named.map(([name], at) => `${name} => $${at + 1}`).join(', ');
        return sql.unsafe(`select public.register_interest(${list}) as ok`, named.map(([, value]) => value) as never[]);
      }),
    );
    expect(answers.map(([row]) => row?.ok)).toEqual(Array.from({ length: 10 }, () => true));
    const [counts] = await sql`select (select count(*)::int from public.interest) as interests,
      (select count(*)::int from public.household) as households, (select count(*)::int from public.mail) as mails`;
    expect(counts).toEqual({ interests: 1, households: 1, mails: 2 });
    await sql.end();
    await ground.stop();
  });
});
