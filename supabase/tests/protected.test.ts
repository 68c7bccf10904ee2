import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn, type Person } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';

type Page = { ok: boolean; municipality: string | null; address: string | null; interests: { municipality: string | null }[] };
type Listed = { number: number; municipality: string | null; protected: boolean };

describe.each(grounds)('a home with protected identity on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const places = async (person: Person) => {
    const page = await given<Page>(cast.as(person).rpc('household_page', { p_number: cast.hidden }));
    return [page.municipality, page.address, ...page.interests.map(({ municipality }) => municipality)];
  };
  const list = (person: Person, filter: object) => given<Listed[]>(cast.as(person).rpc('household_list', filter));

  test('shows on its page where it is to its coordinators alone', async () => {
    expect(await places('own')).toEqual(['kramfors', 'Påhittade vägen 3', 'kramfors']);
    expect(await places('colleague')).toEqual([null, null, null]);
    expect(await places('head')).toEqual([null, null, null]);
  });

  test.each<[Person, string | null]>([
    ['own', 'kramfors'],
    ['colleague', null],
    ['head', null],
  ])('shows in a list, and in what a list is filtered by, where it is: %s reads %s', async (person, seen) => {
    const all = await list(person, {});
    expect(all.find(({ number }) => number === cast.hidden)).toMatchObject({ municipality: seen, protected: true });
    const there = await list(person, { p_municipality: 'kramfors' });
    expect(there.some(({ number }) => number === cast.hidden)).toBe(seen !== null);
    expect(there.some(({ number }) => number === cast.home)).toBe(true);
  });

  test('is found by name, without a place', async () => {
    for (const person of ['own', 'colleague', 'head'] as const) {
      const [row] = await given<object[]>(cast.as(person).rpc('search_households', { p_query: cast.hiddenSurname }));
      expect(row).toMatchObject({ number: cast.hidden, protected: true });
      expect(JSON.stringify(row)).not.toMatch(/kramfors|Påhittade/);
    }
  });

  test('shows no place to who reads by a reason', async () => {
    await given(cast.as('own').rpc('begin_assessment', { p_number: cast.hidden }));
    await given(cast.as('colleague').rpc('ask_access', { p_number: cast.hidden, p_reason: 'Ringer om ett möte i dag' }));
    expect(await places('colleague')).toEqual([null, null, null]);
  });

  test('gives its coordinator to who marks it, when it has none, and only then', async () => {
    const coordinators = async () => {
      const rows = await ground.sql<{ staff_id: string }>(
        'select staff_id from public.household_coordinator where household_id = $1',
        [cast.freshId],
      );
      return rows.map(({ staff_id }) => staff_id);
    };
    await given(cast.as('own').rpc('protect_household', { p_number: cast.fresh, p_on: true }));
    expect(await coordinators()).toEqual([cast.people.own.id]);
    // Marking what is marked lets nobody in.
    await given(cast.as('colleague').rpc('protect_household', { p_number: cast.fresh, p_on: true }));
    expect(await coordinators()).toEqual([cast.people.own.id]);
  });

  test('always has a coordinator left', async () => {
    const take = (p_staff: string) => given(cast.as('own').rpc('remove_coordinator', { p_number: cast.hidden, p_staff }));
    await take(cast.people.door.id);
    expect(await take(cast.people.own.id)).toEqual({ ok: false, reason: 'last_coordinator' });
  });

  test('tells its own adults that it is marked', async () => {
    await given(cast.as('own').rpc('protect_household', { p_number: cast.home, p_on: true }));
    expect(await given(cast.as('adultA').rpc('my_home'))).toMatchObject({ protected: true });
  });
});
