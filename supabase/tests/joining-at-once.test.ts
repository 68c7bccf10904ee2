import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { manyConnections, speakingAs } from './support/at-once.ts';
import { type Cast, newCast } from './support/cast.ts';
import { type MadeHome, madeHome } from './support/home-rows.ts';
import { type SignedIn, signIn } from './support/people.ts';
import { registration } from './support/registration.ts';

let many: Awaited<ReturnType<typeof manyConnections>>;
let cast: Omit<Cast, 'as'>;
let one: MadeHome;
let two: MadeHome;
beforeAll(async () => {
  many = await manyConnections(6);
});
beforeEach(async () => {
  cast = await newCast(many.ground.sql);
  one = await madeHome(many.ground.sql, 'Astrid');
  two = await madeHome(many.ground.sql, 'Birger');
});
afterAll(() => many?.stop());

type Answer = { ok: boolean; reason?: string };
const join = (who: SignedIn, from: MadeHome, into: MadeHome) =>
  speakingAs(many.sql, who, async (tx) => {
    const [row] = await tx<{ answer: Answer }[]>`select public.join_homes(${from.number}, ${into.number}) as answer`;
    return row?.answer;
  });
const part = (who: SignedIn) =>
  speakingAs(many.sql, who, async (tx) => {
    const [row] = await tx<{ answer: Answer }[]>`select public.part_homes(${two.number}, ${one.number}) as answer`;
    return row?.answer;
  });

/** That many stand in line. */
async function waiting(count: number) {
  for (let here = 0; here < count; ) {
    const [row] = await many.sql<{ n: number }[]>`select count(distinct pid)::int as n from pg_locks where not granted`;
    here = row?.n ?? 0;
  }
}

/** All of it begins while a third holds both homes, one after the other, and goes on when they are let go. */
async function atOnce<T>(begin: (() => Promise<T>)[]): Promise<T[]> {
  const begun: Promise<T>[] = [];
  await many.sql.begin(async (third) => {
    await third`select from public.household where id in (${one.id}, ${two.id}) for update`;
    for (const next of begin) {
      begun.push(next());
      await waiting(begun.length);
    }
  });
  return await Promise.all(begun);
}

test('two who join the same pair each their way do not wait for each other for ever, and one of them does', async () => {
  const { own, head } = cast.people;
  const answers = await atOnce([() => join(own, one, two), () => join(head, two, one)]);
  expect(answers.filter((answer) => answer?.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer?.ok)).toEqual({ ok: false, reason: 'joined_already' });
  const shells = await many.ground.sql('select from public.household where id in ($1, $2) and joined_into is not null', [
    one.id,
    two.id,
  ]);
  expect(shells).toHaveLength(1);
});

test('two who join and part the same pair leave it whole', async () => {
  const { own, head } = cast.people;
  await join(own, one, two);
  const answers = await atOnce([() => part(own), () => part(head)]);
  expect(answers.map((answer) => answer?.reason ?? 'ok').sort()).toEqual(['ok', 'parted_already']);
});

const acts = [
  ['writes', `select public.send_message('Hej')`, 'message'],
  ['asks for something', `select public.make_request('insight')`, 'data_request'],
] as const;

test.each(acts)('an adult who %s while the home is joined does it in the one that is left', async (_what, statement, table) => {
  const adult = await signIn(many.ground, one.email);
  await atOnce<unknown>([() => join(cast.people.own, one, two), () => speakingAs(many.sql, adult, (tx) => tx.unsafe(statement))]);
  const rows = await many.ground.sql<{ home: string }>(`select household_id as home from public.${table} where member_id = $1`, [
    one.adult,
  ]);
  expect(rows).toEqual([{ home: two.id }]);
});

test('an adult who pauses or ends their part while the home is joined does it where they are', async () => {
  const adult = await signIn(many.ground, one.email);
  const month = new Date(Date.UTC(new Date().getUTCFullYear() + 1, 0, 1)).toISOString().slice(0, 10);
  const [, paused] = await atOnce<unknown>([
    () => join(cast.people.own, one, two),
    () => speakingAs(many.sql, adult, (tx) => tx`select public.pause_own(${month}) as answer`),
  ]);
  expect(paused).toMatchObject([{ answer: { ok: true } }]);
  const [home] = await many.ground.sql('select from public.household where id = $1 and paused_at is not null', [two.id]);
  expect(home).toBeDefined();
});

test('who registers while the home of their address is joined comes to the one that is left', async () => {
  await atOnce<unknown>([
    () => join(cast.people.own, one, two),
    () => given<boolean>(many.ground.anon.rpc('register_interest', registration({ p_email: one.email, p_email_key: one.email }))),
  ]);
  const rows = await many.ground.sql<{ home: string }>(
    'select distinct household_id as home from public.interest where email_key = $1',
    [one.email],
  );
  expect(rows).toEqual([{ home: two.id }]);
});
