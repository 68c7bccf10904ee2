import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { bookOwn, note, recordOf, roundOn, wasBooked } from './support/courses.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { endBookings, visitor } from './support/occasions.ts';

const PAST = { sessions: [-500, -476, -452] };

describe.each(grounds)('the course record on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  let activity: string;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
    await endBookings(ground.sql);
    activity = `kurs-${randomUUID()}`;
  });
  afterAll(() => ground?.stop());

  const courseOf = async (person: 'adultA' | 'adultB' | 'other' = 'adultA') =>
    (await recordOf(cast, person)).courses.find((course) => course.activity === activity);
  const states = async (person?: 'adultA' | 'adultB') => (await courseOf(person))?.parts.map(({ state }) => state);

  test('tells each part by what was noted, booked and not booked, over every round', async () => {
    const past = await roundOn(ground.sql, activity, { ...PAST, parts: 3 });
    const [person] = await wasBooked(ground.sql, past, [cast.people.adultA.id]);
    expect(await states()).toEqual(['unnoted', 'unnoted', 'unnoted']);
    await note(ground.sql, past.sessions[0], person, 'attended');
    await note(ground.sql, past.sessions[1], person, 'absent');
    expect(await states()).toEqual(['attended', 'missed', 'unnoted']);
    const ahead = await roundOn(ground.sql, activity);
    expect((await courseOf())?.rounds).toMatchObject([
      {
        occasion: ahead.number,
        isWhole: true,
        digital: 4,
        physical: 0,
        sessions: [{ part: 1 }, { part: 2, digital: 4 }, { part: 3 }],
      },
    ]);
    await bookOwn(cast, 'adultA', ahead.number, ahead.sessions[1]);
    expect(await states()).toEqual(['attended', 'booked', 'unnoted']);
  });

  test('shows a home only rounds that are for it, and no round in which it stands already', async () => {
    const round = await roundOn(ground.sql, activity);
    await roundOn(ground.sql, activity, { audience: ['foster_homes'] });
    expect((await courseOf())?.rounds.map(({ occasion }) => occasion)).toEqual([round.number]);
    expect(await courseOf('other')).toBeUndefined();
    await bookOwn(cast, 'adultA', round.number);
    expect(await courseOf()).toMatchObject({
      rounds: [],
      parts: [{ state: 'booked' }, { state: 'booked' }, { state: 'booked' }],
    });
    expect((await recordOf(cast, 'adultA')).busy).toHaveLength(3);
  });

  test('a full session, one that has begun and one with somebody in line have no room', async () => {
    const round = await roundOn(ground.sql, activity, { digital: 1, sessions: [-24, 240, 264] });
    const room = async () => (await courseOf())?.rounds[0]?.sessions.map(({ digital }) => digital);
    expect(await room()).toEqual([0, 1, 1]);
    await bookOwn(cast, 'adultB', round.number, round.sessions[1]);
    expect(await room()).toEqual([0, 0, 1]);
    const whole = await roundOn(ground.sql, `${activity}-2`, { digital: 1, audience: ['everyone'] });
    for (const wait of [false, true]) await given(ground.anon.rpc('book_as_visitor', visitor(whole, 1, { p_wait: wait })));
    const { courses } = await recordOf(cast, 'adultA');
    expect(courses.find((course) => course.activity === `${activity}-2`)?.rounds[0]).toMatchObject({
      digital: 0,
      sessions: [{ digital: 0 }, { digital: 0 }, { digital: 0 }],
    });
  });

  test('of a course with evenings of both kinds the seat counts, and each evening alone can be had', async () => {
    const round = await roundOn(ground.sql, activity, { digital: null, physical: 2 });
    await ground.sql(`update public.occasion_session set form = 'digital' where id = $1`, [round.sessions[0]]);
    expect((await courseOf())?.rounds).toMatchObject([
      { digital: 0, physical: 2, sessions: [{ form: 'digital', digital: 0, physical: 2 }, { physical: 2 }, { physical: 2 }] },
    ]);
    const booking = await bookOwn(cast, 'adultA', round.number, round.sessions[0], 'physical');
    expect((await courseOf())?.parts).toMatchObject([{ state: 'booked', form: 'digital' }, {}, {}]);
    const both = JSON.stringify([cast.people.adultA, cast.people.adultB].map(({ id }) => ({ member: id })));
    const change = { p_id: booking, p_form: 'physical' as const, p_people: both, p_wait: false };
    expect(await given(cast.as('adultA').rpc('change_my_booking', change))).toMatchObject({ ok: true });
    expect((await courseOf())?.rounds[0]?.sessions.map(({ physical }) => physical)).toEqual([0, 2, 2]);
  });

  test('a seat in a room and one at a screen are not the same where there are both', async () => {
    const round = await roundOn(ground.sql, activity, { physical: 4 });
    await ground.sql(`update public.occasion_session set form = 'digital' where id = $1`, [round.sessions[0]]);
    expect((await courseOf())?.rounds[0]?.sessions).toMatchObject([
      { digital: 4, physical: 0 },
      { physical: 4 },
      { physical: 4 },
    ]);
    await expect(bookOwn(cast, 'adultA', round.number, round.sessions[0], 'physical')).rejects.toThrow('not_this_form');
  });

  test('a part that was called off is needed for as long as another round holds it', async () => {
    const round = await roundOn(ground.sql, activity);
    await ground.sql('update public.occasion_session set cancelled_at = now() where id = $1', [round.sessions[2]]);
    expect(await states()).toHaveLength(2);
    await roundOn(ground.sql, activity);
    expect(await states()).toHaveLength(3);
  });

  test('of the other adult it tells how far they have come where both stand on a booking, and otherwise nothing', async () => {
    const past = await roundOn(ground.sql, activity, { ...PAST, parts: 3 });
    const [, b] = await wasBooked(ground.sql, past, [cast.people.adultA.id, cast.people.adultB.id]);
    await note(ground.sql, past.sessions[0], b, 'attended');
    const [own] = await wasBooked(ground.sql, past, [cast.people.adultB.id]);
    await note(ground.sql, past.sessions[1], own, 'attended');
    expect((await courseOf())?.beside).toEqual([{ name: 'Samir', attended: 1, of: 3 }]);
    const alone = `${activity}-2`;
    const theirs = await roundOn(ground.sql, alone, { ...PAST, parts: 3 });
    await wasBooked(ground.sql, theirs, [cast.people.adultB.id]);
    const { courses } = await recordOf(cast, 'adultA');
    expect(courses.find((course) => course.activity === alone)).toBeUndefined();
  });

  test('a plan is booked whole or not at all', async () => {
    const one = await roundOn(ground.sql, activity, { sessions: [240, 264, 288] });
    const other = await roundOn(ground.sql, activity, { digital: 1, sessions: [300, 324, 348] });
    const plan = [
      { id: randomUUID(), occasion: one.number, form: 'digital', session: one.sessions[0] },
      { id: randomUUID(), occasion: other.number, form: 'digital', session: other.sessions[1] },
    ];
    const book = () =>
      given(
        cast.as('adultA').rpc('book_plan', {
          p_plan: JSON.stringify(plan),
          p_people: JSON.stringify([{ member: cast.people.adultA.id }]),
        }),
      );
    const theirs = await bookOwn(cast, 'adultB', other.number, other.sessions[1]);
    expect(await book()).toMatchObject({ ok: false, reason: 'full' });
    expect(await states()).toEqual(['remaining', 'remaining', 'remaining']);
    await given(cast.as('adultB').rpc('act_on_my_booking', { p_id: theirs, p_act: 'cancel' }));
    expect([await book(), await book()]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await states()).toEqual(['booked', 'booked', 'remaining']);
  });
});
