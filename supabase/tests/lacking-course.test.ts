import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn, type Person } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { occasionOn } from './support/occasions.ts';

type Home = { number: number; own: boolean; adults: { parts: { part: number; state: string }[]; rounds: object[] }[] };

describe.each(grounds)('homes that lack a course on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const lacking = async (person: Person, activity: string) =>
    (await given<Home[]>(cast.as(person).rpc('homes_lacking_course', { p_activity: activity }))).find(
      ({ number }) => number === cast.home,
    );

  test('while no round is published nobody is said to have finished', async () => {
    const activity = `kurs-${randomUUID().slice(0, 8)}`;
    const said = () => given(cast.as('own').rpc('homes_lacking_course', { p_activity: activity }));
    expect(await said()).toBeNull();
    await occasionOn(ground.sql, { activity, audience: ['assessed'], sessions: [300] });
    expect(await said()).toBeNull();
    await occasionOn(ground.sql, { activity, audience: ['assessed'], certificate: true, sessions: [300] });
    expect(await said()).toContainEqual(expect.objectContaining({ number: cast.home }));
  });

  test('each adult’s parts stand by themselves; who has done all of them is not on the list', async () => {
    const activity = `kurs-${randomUUID().slice(0, 8)}`;
    const round = await occasionOn(ground.sql, { activity, audience: ['assessed'], certificate: true, sessions: [1, 2] });
    await occasionOn(ground.sql, { activity, audience: ['assessed'], certificate: true, sessions: [300, 310] });
    const p_id = randomUUID();
    const p_people = JSON.stringify([{ member: cast.people.adultA.id }, { member: cast.people.adultB.id }]);
    const booking = { p_id, p_number: round.number, p_form: 'digital' as const, p_people };
    await given(cast.as('adultA').rpc('book_for_home', { ...booking, p_needs: '{}', p_wait: false, p_despite: false }));
    await ground.sql(
      `update public.occasion_session set starts_at = starts_at - interval '5 hours', ends_at = ends_at - interval '5 hours' where occasion_id = $1`,
      [round.id],
    );
    const people = await ground.sql<{ id: string; member_id: string }>(
      'select id, member_id from public.booking_person where booking_id = $1 order by ord',
      [p_id],
    );
    const mark = (session: number, marks: object[]) =>
      given(cast.as('own').rpc('mark_attendance', { p_session: round.sessions[session] ?? '', p_marks: JSON.stringify(marks) }));
    const everybody = people.map(({ id }) => ({ person: id, state: 'attended' }));
    await mark(0, everybody);
    await mark(1, everybody.slice(0, 1));
    await given(cast.as('own').rpc('mark_rest_absent', { p_session: round.sessions[1] ?? '' }));
    const home = await lacking('own', activity);
    expect(home).toMatchObject({ own: true });
    expect(home?.adults.map(({ parts }) => parts.map(({ state }) => state).join(' ')).sort()).toEqual([
      'attended attended',
      'attended missed',
    ]);
    expect(home?.adults[0]?.rounds).toHaveLength(1);
    expect(JSON.stringify(home)).not.toContain(cast.surname);
    expect(await lacking('colleague', activity)).toMatchObject({ own: false });
    expect(await lacking('related', activity)).toBeUndefined();
    await mark(1, everybody);
    expect(await lacking('own', activity)).toBeUndefined();
  });
});
