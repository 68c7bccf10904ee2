import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copySchema } from '../../src/features/data-request/my-copy.schema.ts';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { bookOwn, note, personOf, recordOf, roundOn, wasBooked } from './support/courses.ts';
import { GATE, type Ground, grounds } from './support/grounds.ts';
import { endBookings, linkKey, occasionOn, visitor } from './support/occasions.ts';
import { hash } from './support/registration.ts';

const PAST = { parts: 3, sessions: [-500, -476, -452] };

describe.each(grounds)('certificates on %s', (_name, start) => {
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

  const certificates = async (person: 'adultA' | 'adultB' = 'adultA') => (await recordOf(cast, person)).certificates;
  const standing = async () => (await certificates()).filter(({ withdrawnAt }) => !withdrawnAt);
  const mails = async () =>
    await ground.sql<{ recipient: string; payload: Record<string, unknown> }>(
      `select recipient, payload from public.mail where template = 'certificate_issued' and payload ->> 'activity' = $1`,
      [activity],
    );
  const check = async (code: string, p_name?: string, network = randomUUID()) =>
    await given(
      ground.anon.rpc('check_certificate', {
        ...{ p_gate: GATE, p_network_key: hash(network), p_code: code },
        ...(p_name !== undefined && { p_name }),
      }),
    );
  /** Adult A was at every session of a round. */
  async function attendedAll() {
    const round = await roundOn(ground.sql, activity, PAST);
    const [person] = await wasBooked(ground.sql, round, [cast.people.adultA.id]);
    for (const session of round.sessions) await note(ground.sql, session, person, 'attended');
    return { round, person };
  }

  test('is issued with the last part, when a missed one was made up in another round, once and with a mail to that adult alone', async () => {
    const round = await roundOn(ground.sql, activity, PAST);
    const [a, b] = await wasBooked(ground.sql, round, [cast.people.adultA.id, cast.people.adultB.id]);
    for (const at of [0, 1, 2]) await note(ground.sql, round.sessions[at], a, at === 1 ? 'absent' : 'attended');
    await note(ground.sql, round.sessions[0], b, 'attended');
    expect(await certificates()).toEqual([]);
    const other = await roundOn(ground.sql, activity);
    const booking = await bookOwn(cast, 'adultA', other.number, other.sessions[1]);
    await note(ground.sql, other.sessions[1], await personOf(ground.sql, booking, cast.people.adultA.id), 'attended');
    expect(await certificates()).toMatchObject([
      {
        title: 'Kurs på prov',
        name: `Amira ${cast.surname.replace('e', 'E')}`,
        withdrawnAt: null,
        code: expect.stringMatching(/^[2-9A-Z]{12}$/),
      },
    ]);
    expect(await mails()).toMatchObject([{ recipient: cast.people.adultA.email, payload: { title: 'Kurs på prov', booking } }]);
    expect(await certificates('adultB')).toEqual([]);
  });

  test('is withdrawn when what was noted is put right, and is the same when it is noted again', async () => {
    const { round, person } = await attendedAll();
    const [first] = await standing();
    await note(ground.sql, round.sessions[2], person, 'absent');
    expect(await standing()).toEqual([]);
    expect(await check(first?.code ?? '')).toMatchObject({ ok: true, isWithdrawn: true });
    expect((await cast.as('adultA').rpc('my_certificate', { p_code: first?.code ?? '' })).data).toBeNull();
    await note(ground.sql, round.sessions[2], person, null);
    await note(ground.sql, round.sessions[2], person, 'attended');
    expect(await standing()).toEqual([first]);
    expect(await mails()).toHaveLength(1);
  });

  test('stands when a later round has more parts, whatever is noted there', async () => {
    await attendedAll();
    const [first] = await standing();
    const longer = await roundOn(ground.sql, activity, { parts: 4, sessions: [-96, -72, -48, -24] });
    const [person] = await wasBooked(ground.sql, longer, [cast.people.adultA.id]);
    for (const state of ['attended', 'absent'] as const) {
      await note(ground.sql, longer.sessions[0], person, state);
      expect(await standing()).toEqual([first]);
    }
  });

  test('of a guest stands when the name is erased and they come to something again', async () => {
    const p_email = `${randomUUID()}@exempel.example`;
    const come = async (sessions: number[]) => {
      const round = await roundOn(ground.sql, activity, { audience: ['everyone'] });
      const args = visitor(round, 1, { p_email, p_email_key: p_email });
      await given(ground.anon.rpc('book_as_visitor', args));
      const [person] = await ground.sql<{ id: string }>('select id from public.booking_person where booking_id = $1', [
        args.p_id,
      ]);
      for (const at of sessions) await note(ground.sql, round.sessions[at], person?.id, at === 3 ? 'absent' : 'attended');
      return { id: args.p_id, note: (at: number) => note(ground.sql, round.sessions[at], person?.id, 'absent') };
    };
    const first = await come([0, 1, 2]);
    const stands = () => ground.sql('select withdrawn_at from public.certificate where booking_id = $1', [first.id]);
    expect(await stands()).toEqual([{ withdrawn_at: null }]);
    await ground.sql('update public.booking_person set name = null where booking_id = $1', [first.id]);
    await ground.sql('update public.booking set name = null, email = null, email_key = null, erased_at = now() where id = $1', [
      first.id,
    ]);
    const later = await come([]);
    await later.note(0);
    expect(await stands()).toEqual([{ withdrawn_at: null }]);
  });

  test('is withdrawn when the person is taken from the booking', async () => {
    const { person } = await attendedAll();
    await ground.sql('delete from public.booking_person where id = $1', [person]);
    expect(await standing()).toEqual([]);
  });

  test('a course that is attended twice in a year gives one, and once more another year one for that year', async () => {
    await attendedAll();
    await attendedAll();
    expect(await standing()).toHaveLength(1);
    const round = await roundOn(ground.sql, activity, { parts: 3, sessions: [-24 * 800, -24 * 799, -24 * 798] });
    const [person] = await wasBooked(ground.sql, round, [cast.people.adultA.id]);
    for (const session of round.sessions) await note(ground.sql, session, person, 'attended');
    const years = (await standing()).map(({ year }) => year);
    expect(new Set(years).size).toBe(2);
  });

  test('parts without a certificate give none, until the round is said to give one', async () => {
    const round = await roundOn(ground.sql, activity, { ...PAST, certificate: false });
    const [person] = await wasBooked(ground.sql, round, [cast.people.adultA.id]);
    for (const session of round.sessions) await note(ground.sql, session, person, 'attended');
    expect(await certificates()).toEqual([]);
    await ground.sql('update public.occasion set gives_certificate = true where id = $1', [round.id]);
    expect(await standing()).toHaveLength(1);
  });

  test('the copy of one’s own has courses and certificates, as the website reads it', async () => {
    await attendedAll();
    const { learning } = copySchema.parse(await given(cast.as('adultA').rpc('my_copy')));
    expect(learning.courses).toMatchObject([
      { activity, parts: [{ state: 'attended' }, { state: 'attended' }, { state: 'attended' }] },
    ]);
    expect(learning.certificates).toMatchObject([{ activity, parts: 3 }]);
    expect(copySchema.parse(await given(cast.as('adultB').rpc('my_copy'))).learning).toEqual({ courses: [], certificates: [] });
  });

  test('a guest gets it on the page of the booking, in the name that they booked in', async () => {
    const guests = { audience: ['guests'], sessions: [240, 264] };
    const [one, other] = [await roundOn(ground.sql, activity, guests), await roundOn(ground.sql, activity, guests)];
    const email = `${randomUUID()}@exempel.example`;
    const persons: [string, string][] = [];
    for (const [at, round] of [one, other].entries()) {
      const [row] = await ground.sql<{ guest_code: string }>('select guest_code from public.occasion where id = $1', [round.id]);
      const args = visitor(round, 2, { p_email: email, p_email_key: email, p_guest_code: row?.guest_code ?? '' });
      expect(await given(ground.anon.rpc('book_as_visitor', args))).toMatchObject({ ok: true });
      const [person] = await ground.sql<{ id: string }>(
        'select id from public.booking_person where booking_id = $1 and ord = 1',
        [args.p_id],
      );
      await note(ground.sql, round.sessions[at], person?.id, 'attended');
      persons.push([args.p_id, person?.id ?? '']);
    }
    const own = (id: string) =>
      given<unknown[]>(ground.anon.rpc('visitor_certificates', { p_gate: GATE, p_id: id, p_key: linkKey(id) }));
    const [first, second] = await Promise.all(persons.map(([id]) => own(id)));
    expect(first).toMatchObject([{ name: 'Vera Exempelgren', parts: 2 }]);
    expect(second).toEqual(first);
    expect(await mails()).toMatchObject([{ recipient: email, payload: { ours: false, booking: persons[1]?.[0] } }]);
  });

  test('who is shown a code learns the course, the year, and whether a name is the one on it; never the name', async () => {
    await attendedAll();
    await ground.sql(`update public.certificate set name = 'Åsa Ek  Öberg' where activity = $1`, [activity]);
    const [{ code, year } = { code: '', year: 0 }] = await standing();
    const about = { ok: true, activity, title: 'Kurs på prov', year, parts: 3, isWithdrawn: false };
    expect(await check(code)).toEqual(about);
    for (const name of ['Åsa Ek Öberg', ' åsa  EK ÖBERG ', 'A\u030Asa Ek O\u0308berg'])
      expect(await check(code, name)).toEqual({ ...about, name: 'same' });
    for (const name of ['Asa Ek Oberg', 'Åsa Öberg', '%', ''])
      expect(await check(code, name)).toEqual({ ...about, name: 'other' });
    expect(await check('222222222222', 'Åsa Ek Öberg')).toEqual({ ok: false, reason: 'unknown' });
  });

  test('codes are not guessed at: a network asks sixty times an hour', async () => {
    const network = randomUUID();
    for (let asked = 0; asked < 60; asked += 1) await check('222222222222', undefined, network);
    expect(await check('222222222222', undefined, network)).toEqual({ ok: false, reason: 'too_often' });
  });

  test('of somebody erased the fact stays and the name goes', async () => {
    await attendedAll();
    const [{ code } = { code: '' }] = await standing();
    await ground.sql('select private.erase_member(m) from public.household_member m where id = $1', [cast.people.adultA.id]);
    expect(await check(code, `Amira ${cast.surname}`)).toMatchObject({ ok: true, isWithdrawn: false, name: 'gone' });
    expect(await ground.sql(`select from public.certificate where activity = $1 and name is not null`, [activity])).toEqual([]);
  });

  test('only one’s own can be fetched', async () => {
    await attendedAll();
    const [{ code } = { code: '' }] = await standing();
    expect(await given(cast.as('adultA').rpc('my_certificate', { p_code: code }))).toMatchObject({ code });
    expect((await cast.as('adultB').rpc('my_certificate', { p_code: code })).data).toBeNull();
  });

  test('what is no course of several evenings can give one too, and children and who comes along get none', async () => {
    const day = await occasionOn(ground.sql, { activity, certificate: true, children: true, sessions: [-30] });
    const [person] = await wasBooked(ground.sql, day, [cast.people.adultA.id]);
    const [child] = await ground.sql<{ id: string }>(
      `insert into public.booking_person (booking_id, ord, age) select booking_id, 2, 7 from public.booking_person where id = $1 returning id`,
      [person],
    );
    await note(ground.sql, day.sessions[0], person, 'attended');
    await note(ground.sql, day.sessions[0], child?.id, 'attended');
    expect(await ground.sql('select from public.certificate where activity = $1', [activity])).toHaveLength(1);
  });
});
