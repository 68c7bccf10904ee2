import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given, isRefused } from './support/answers.ts';
import { type Cast, castOn, type Person } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';

describe.each(grounds)('the log of who opened what on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const log = (home: string) =>
    ground.sql<{ action: string; ground: string | null; staff_role: string; details: string | null }>(
      'select action, ground, staff_role, details from public.access_log where household_id = $1 order by id',
      [home],
    );
  const page = (person: Person, p_number: number) => given(cast.as(person).rpc('household_page', { p_number }));

  test('has a line for what was found, opened, asked for and changed, written in the same call', async () => {
    await given(cast.as('colleague').rpc('search_households', { p_query: cast.surname }));
    await given(cast.as('colleague').rpc('ask_access', { p_number: cast.home, p_reason: 'Ringer om ett möte i dag' }));
    await page('colleague', cast.home);
    await given(cast.as('own').rpc('set_address', { p_number: cast.home, p_address: 'Nya vägen 1' }));
    await given(cast.as('head').rpc('household_requests', { p_number: cast.home }));
    expect(await log(cast.homeId)).toEqual([
      { action: 'found', ground: null, staff_role: 'coordinator', details: null },
      { action: 'asked', ground: 'break_glass', staff_role: 'coordinator', details: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      { action: 'opened', ground: 'break_glass', staff_role: 'coordinator', details: null },
      { action: 'changed', ground: 'coordinator', staff_role: 'coordinator', details: 'address_changed' },
      { action: 'opened', ground: 'head', staff_role: 'head', details: 'requests' },
    ]);
  });

  test('shows the reason to the head, and holds none of its words itself', async () => {
    await given(cast.as('colleague').rpc('ask_access', { p_number: cast.home, p_reason: 'Ringer om ett möte i dag' }));
    const read = await given<{ details: string }[]>(cast.as('head').rpc('access_log_list', { p_number: cast.home }));
    expect(read[0]?.details).toBe('Ringer om ett möte i dag');
  });

  test('has no line for what was refused', async () => {
    const answer = await given(cast.as('own').rpc('begin_assessment', { p_number: cast.home }));
    expect(answer).toMatchObject({ ok: false, reason: 'begun_already' });
    expect(await log(cast.homeId)).toEqual([]);
  });

  test('has no line for who was not let in', async () => {
    await page('colleague', cast.home);
    await page('related', cast.home);
    await isRefused(cast.as('colleague').rpc('set_address', { p_number: cast.home, p_address: 'Vägen 1' }));
    expect(await log(cast.homeId)).toEqual([]);
  });

  test('names each home that a search answered with, and no other', async () => {
    await given(cast.as('own').rpc('search_households', { p_query: cast.surname.toUpperCase() }));
    await given(cast.as('own').rpc('search_households', { p_query: 'amira exempelsson' }));
    await given(cast.as('own').rpc('search_households', { p_query: 'e' }));
    expect((await log(cast.homeId)).map(({ action }) => action)).toEqual(['found', 'found']);
    expect(await log(cast.freshId)).toEqual([]);
  });

  test('tells the family roles and when, never who', async () => {
    await page('own', cast.home);
    const opened = await given<object[]>(cast.as('adultA').rpc('who_opened'));
    expect(opened).toMatchObject([{ role: 'coordinator', action: 'opened', ground: 'coordinator' }]);
    expect(Object.keys(opened[0] ?? {}).sort()).toEqual(['action', 'at', 'ground', 'id', 'role']);
    expect(JSON.stringify(opened)).not.toContain(cast.people.own.id);
    expect(await given(cast.as('other').rpc('who_opened'))).toEqual([]);
  });

  test('tells an adult nothing from before they came', async () => {
    await page('own', cast.home);
    await ground.sql(`update public.household_member set joined_at = now() + interval '1 minute' where id = $1`, [
      cast.people.adultB.id,
    ]);
    expect(await given(cast.as('adultB').rpc('who_opened'))).toEqual([]);
  });

  test('is read by the head, by home and by person', async () => {
    await page('own', cast.home);
    await page('own', cast.fresh);
    const read = (filter: object) => given<{ number: number }[]>(cast.as('head').rpc('access_log_list', filter));
    expect(await read({ p_number: cast.home })).toMatchObject([
      { number: cast.home, staff: 'Maja Medarbetarsson', action: 'opened' },
    ]);
    expect((await read({ p_staff: cast.people.own.id })).map(({ number }) => number)).toEqual([cast.fresh, cast.home]);
  });

  test('cannot be changed, not even by its owner', async () => {
    await page('own', cast.home);
    await expect(ground.sql('update public.access_log set action = action')).rejects.toThrow(/append-only/);
    await expect(ground.sql('delete from public.access_log')).rejects.toThrow(/append-only/);
    await expect(ground.sql('truncate public.access_log')).rejects.toThrow(/append-only/);
  });

  test('a flagged question is kept as it was, and flagged once', async () => {
    const flag = () => given(cast.as('own').rpc('flag_interest_question', { p_number: cast.home, p_interest: cast.interest }));
    await flag();
    await flag();
    const [row] = await ground.sql('select question from public.interest where id = $1', [cast.interest]);
    expect(row).toEqual({ question: 'Hur lång tid tar det?' });
    const events = await ground.sql(
      `select kind from public.household_event where household_id = $1 and kind = 'question_flagged'`,
      [cast.homeId],
    );
    expect(events).toHaveLength(1);
  });
});
