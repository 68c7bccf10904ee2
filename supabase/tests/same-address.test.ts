import { afterAll, beforeAll, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { manyConnections, speakingAs } from './support/at-once.ts';
import { newCast } from './support/cast.ts';
import { registration } from './support/registration.ts';

/** Somebody registers with an adult's address while the same address is written into that adult's home. */
let many: Awaited<ReturnType<typeof manyConnections>>;
beforeAll(async () => {
  many = await manyConnections(4);
});
afterAll(() => many?.stop());

const ways = [
  [
    'another adult asks them in',
    'adultA',
    `select public.ask_adult('Ny', 'Vuxensson', $3, $3) where $1 > 0 and $2::uuid is not null`,
  ],
  ['staff add them', 'own', `select public.invite_adult($1, 'Ny', 'Vuxensson', $3, $3) where $2::uuid is not null`],
  ['staff give it to another adult', 'own', `select public.change_adult($1, $2, 'Ny', 'Vuxensson', $3, $3)`],
] as const;

test.each(ways)('neither waits for the other for ever when %s', async (_what, who, statement) => {
  const { ground, sql } = many;
  const { home, people } = await newCast(ground.sql);
  const { email } = people.adultB;
  const waiting = async (count: number) => {
    for (let here = 0; here < count; ) {
      const [row] = await sql<
        { n: number }[]
      >`select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted`;
      here = row?.n ?? 0;
    }
  };
  // Both stand in line behind a third, so that they meet in the same order each time.
  const both = await sql.begin(async (third) => {
    await third`select private.hold_address(${email})`;
    const registers = given<boolean>(ground.anon.rpc('register_interest', registration({ p_email: email, p_email_key: email })));
    await waiting(1);
    const writes = speakingAs(sql, people[who], (tx) => tx.unsafe(statement, [home, people.adultA.id, email]));
    await waiting(2);
    return [registers, writes.then((rows) => rows.length)] as const;
  });
  expect(await Promise.all(both)).toEqual([true, 1]);
});
