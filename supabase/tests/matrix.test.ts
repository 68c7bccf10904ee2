import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, castOn, PEOPLE, type Person } from './support/cast.ts';
import { tables } from './support/expectations.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { matrix } from './support/matrix/matrix.ts';

/** A cell of the matrix: what somebody got, in one word. */
function wordFor({ data, error }: { data: unknown; error: { code: string } | null }, saysNothing: boolean): string {
  if (error) return error.code === '42501' ? '-' : `fault ${error.code}`;
  if (data === null) return saysNothing ? 'yes' : 'nothing';
  if (Array.isArray(data)) return data.length > 0 ? 'yes' : 'empty';
  return data === false ? 'no' : reasonIn(Object(data));
}

function reasonIn(data: { ok?: boolean; here?: boolean; reason?: string }): string {
  return data.ok === false || data.here === false ? (data.reason ?? 'no') : 'yes';
}

describe.each(grounds)('on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  let functions: { name: string; silent: boolean }[];
  beforeAll(async () => {
    ground = await start();
    // Others' homes are there too, so that a list that should be empty is so for a reason.
    await castOn(ground);
    cast = await castOn(ground);
    functions = await ground.sql(
      `select proname as name, prorettype = 'void'::regtype as silent from pg_proc where pronamespace = 'public'::regnamespace`,
    );
  });
  afterAll(() => ground?.stop());

  test('every function of the API has a row', () => {
    expect([...new Set(matrix.map(([fn]) => fn))].sort()).toEqual(functions.map(({ name }) => name).sort());
  });

  test.each(matrix)('%s %s', async (fn, _about, args, cells) => {
    const expected = cells.split(/[\s|]+/).filter(Boolean);
    expect(expected).toHaveLength(PEOPLE.length);
    const got: string[] = [];
    for (const person of PEOPLE) {
      const me = { email: `${randomUUID()}@exempel.example`, ...(cast.people as Partial<Record<Person, object>>)[person] };
      const answer = await cast.as(person).rpc(fn, args(cast, me) as never);
      got.push(
        wordFor(
          answer,
          functions.some(({ name, silent }) => silent && name === fn),
        ),
      );
      // Who is refused has changed nothing; after anybody else the next one meets new homes.
      if (got.at(-1) !== '-') cast = await castOn(ground);
    }
    const said = (words: string[]) => PEOPLE.map((person, at) => `${person}: ${words[at]}`);
    expect(said(got)).toEqual(said(expected));
  });

  describe.each(Object.keys(tables).filter((name) => name.startsWith('public.')))('%s', (name) => {
    test.each(PEOPLE)('is closed to %s', async (person) => {
      const table = name.replace('public.', '') as 'interest';
      const [column] = await ground.sql<{ attname: 'id' }>(
        `select attname from pg_attribute where attrelid = $1::text::regclass and atttypid = 'uuid'::regtype order by attnum limit 1`,
        [name],
      );
      const first = column?.attname ?? 'id';
      const row = { [first]: randomUUID() } as never;
      const db = cast.as(person);
      const answers = [
        await db.from(table).select('*'),
        await db.from(table).insert(row),
        await db.from(table).update(row).not(first, 'is', null),
        await db.from(table).delete().not(first, 'is', null),
      ];
      expect(answers.map(({ error }) => error?.code)).toEqual(['42501', '42501', '42501', '42501']);
    });
  });
});
