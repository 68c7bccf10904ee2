import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';

type Row = { number: number; callBy: string | null };

describe.each(grounds)('the list of homes on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  /** Numbers of a hundred and twenty homes made here, in the order in which they came. */
  let made: number[];
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
    // Sixty of them wait for a call, two and two until the same moment; the last made is the most urgent.
    const rows = await ground.sql<{ number: string }>(`
      insert into public.household (municipality, considering, is_emergency_home, call_by)
      select 'ange', case n % 3 when 0 then 'emergency_home' when 1 then 'foster_home' else 'not_sure' end::public.considering, n = 1,
        case when n % 2 = 0 then now() + interval '10 days' - make_interval(hours => n / 4) end
      from generate_series(1, 120) n order by n returning number`);
    made = rows.map(({ number }) => Number(number));
  });
  afterAll(() => ground?.stop());

  const list = async (filter: object = {}) => {
    const seen: Row[] = [];
    for (let after: object = {}; ; ) {
      const rows = await given<Row[]>(cast.as('own').rpc('household_list', { p_municipality: 'ange', ...filter, ...after }));
      seen.push(...rows.slice(0, 50));
      const last = rows[49];
      if (rows.length <= 50 || !last) return seen.filter(({ number }) => made.includes(number));
      after = { p_before: last.number, ...(last.callBy && { p_turn: last.callBy }) };
    }
  };

  test('has those that wait for a call first, the most urgent at the top, and each home once over the pages', async () => {
    const rows = await list();
    expect(rows.map(({ number }) => number).sort((a, b) => a - b)).toEqual(made);
    const waiting = rows.filter(({ callBy }) => callBy);
    expect(rows.slice(0, waiting.length)).toEqual(waiting);
    expect(waiting).toHaveLength(60);
    const times = waiting.map(({ callBy }) => Date.parse(callBy ?? ''));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const others = rows.slice(waiting.length).map(({ number }) => number);
    expect(others).toEqual(others.toSorted((a, b) => b - a));
  });

  test('is chosen by what a home is or thinks of becoming', async () => {
    expect(await list({ p_kind: 'emergency_home' })).toHaveLength(41);
    expect(await list({ p_kind: 'foster_home' })).toHaveLength(40);
    expect(await list({ p_kind: 'not_sure' })).toHaveLength(40);
  });

  test('leaves out what is joined into another home', async () => {
    await ground.sql('update public.household set joined_into = $1 where number = $2', [cast.homeId, made[4]]);
    expect((await list()).map(({ number }) => number)).not.toContain(made[4]);
  });
});
