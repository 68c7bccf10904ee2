import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn, type Person } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';

type Waiting = { number: number; what: string; late: boolean; mayOpen: boolean };

describe.each(grounds)('a coordinator’s day on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const day = async (person: Person, args = {}) => {
    const rows = await given<Waiting[]>(cast.as(person).rpc('my_day', args));
    return rows.filter(({ number }) => [cast.home, cast.fresh, cast.hidden].includes(number));
  };
  const said = (rows: Waiting[]) => rows.map(({ number, what }) => `${number === cast.home ? 'home' : 'other'} ${what}`).sort();

  test('has what waits in one’s own homes, and the registrations that are nobody’s yet', async () => {
    expect(said(await day('own'))).toEqual(['home message', 'home request', 'other call', 'other call']);
    expect(said(await day('colleague'))).toEqual(['other call']);
    expect(await day('related')).toEqual([]);
  });

  test('says what is late, what is to be asked again, and who has been silent', async () => {
    await ground.sql(`update public.household set call_by = now() - interval '1 hour' where id = $1`, [cast.freshId]);
    await ground.sql(`update public.household set ask_again_on = current_date - 1 where id = $1`, [cast.homeId]);
    await ground.sql(`update public.household_step set due_on = current_date - 2 where id = $1`, [cast.step]);
    const rows = await day('own');
    expect(
      rows
        .filter(({ late }) => late)
        .map(({ what }) => what)
        .sort(),
    ).toEqual(['call', 'step']);
    expect(rows.map(({ what }) => what)).toContain('ask_again');
    expect(rows.map(({ what }) => what)).not.toContain('silent');
    await ground.sql(
      `insert into public.household (municipality, phase, case_since, created_at) values ('ange', 'assessment', now(), now() - interval '40 days')`,
    );
    const [quiet] = await ground.sql<{ id: string; number: string }>(
      'select id, number from public.household order by number desc limit 1',
    );
    await ground.sql(
      `insert into public.household_event (household_id, kind, actor, happened_at) values ($1, 'call_reached', 'staff', now() - interval '15 days')`,
      [quiet?.id],
    );
    await ground.sql('insert into public.household_coordinator (household_id, staff_id) values ($1, $2)', [
      quiet?.id,
      cast.people.own.id,
    ]);
    const all = await given<Waiting[]>(cast.as('own').rpc('my_day', {}));
    expect(all.filter(({ number }) => number === Number(quiet?.number)).map(({ what }) => what)).toEqual(['silent']);
  });

  test('is read by the head for any of them', async () => {
    expect(said(await day('head', { p_staff: cast.people.own.id }))).toEqual(said(await day('own')));
    expect((await day('head', { p_all: true })).length).toBeGreaterThan(3);
    const days = await given<{ id: string; homes: number; waiting: number }[]>(cast.as('head').rpc('days_of_all'));
    expect(days.find(({ id }) => id === cast.people.own.id)).toMatchObject({ homes: 2, waiting: 3 });
    expect(days.find(({ id }) => id === cast.people.colleague.id)).toMatchObject({ homes: 0, waiting: 0 });
  });

  test('a pause is not a day’s work until its month has come', async () => {
    await ground.sql(`update public.household set paused_at = now(), paused_until = date '2999-01-01' where id = $1`, [
      cast.homeId,
    ]);
    expect(said(await day('own')).filter((row) => row.startsWith('home'))).toEqual([]);
    // Who registers anew in the middle of it wants to be called.
    await ground.sql(
      `update public.household set paused_at = now() - interval '1 day', paused_until = date '2999-01-01' where id = $1`,
      [cast.freshId],
    );
    expect(said(await day('colleague'))).toEqual(['other call']);
    await ground.sql(`update public.interest set registered_at = now() - interval '2 days' where household_id = $1`, [
      cast.freshId,
    ]);
    expect(said(await day('colleague'))).toEqual([]);
    await ground.sql(`update public.household set paused_until = date '2020-01-01' where id = $1`, [cast.homeId]);
    expect(said(await day('own')).filter((row) => row.startsWith('home'))).toEqual(['home pause_over']);
  });
});
