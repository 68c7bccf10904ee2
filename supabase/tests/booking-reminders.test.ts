import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tendBookings } from '../../functions/jobs/tend-bookings.ts';
import { given } from './support/answers.ts';
import { manyConnections } from './support/at-once.ts';
import { type Cast, castOn } from './support/cast.ts';
import { GATE, type Ground, grounds } from './support/grounds.ts';
import { endBookings, linkKey, type Occasion, occasionOn, visitor } from './support/occasions.ts';

const HOUR = 3_600_000;
const TEMPLATES = `('booking_reminder', 'booking_thanks')`;
type Told = { kind: string; link: boolean };

describe.each(grounds)('what goes out by itself about a booking on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
    cast = await castOn(ground);
    await endBookings(ground.sql);
  });
  afterAll(() => ground?.stop());

  const begun = new Date();
  /** So many hours from when the tests began. */
  const inHours = (hours: number) => new Date(begun.getTime() + hours * HOUR);
  const run = (hours: number) => tendBookings({ db: ground.service, now: () => inHours(hours) });
  const bookFor = async (occasion: Occasion, more: Parameters<typeof visitor>[2] = {}) => {
    const args = visitor(occasion, 1, more);
    expect(await given(ground.anon.rpc('book_as_visitor', args))).toMatchObject({ ok: true });
    return args;
  };
  /** What has gone to the address, in order; with a link where there is one. */
  const told = async (email: string) =>
    (
      await ground.sql<Told>(
        `select payload ->> 'when' as kind, payload::text like '%mote.exempel%' as link from public.mail
         where recipient = $1 and template in ${TEMPLATES} order by created_at, payload ->> 'when'`,
        [email],
      )
    ).map(({ kind, link }) => (link ? `${kind} with link` : kind));

  test('a week, a day and an hour before, and thanks the morning after, each once however often it runs', async () => {
    const occasion = await occasionOn(ground.sql, { sessions: [240] });
    const { p_email } = await bookFor(occasion);
    for (const hours of [0, 71]) await run(hours);
    expect(await told(p_email)).toEqual([]);
    for (const hours of [72.1, 72.2, 100, 215]) await run(hours);
    expect(await told(p_email)).toEqual(['week']);
    for (const hours of [216.1, 216.1, 230, 238.9]) await run(hours);
    expect(await told(p_email)).toEqual(['week', 'day with link']);
    for (const hours of [239.1, 239.2, 240.5, 241.1]) await run(hours);
    expect(await told(p_email)).toEqual(['week', 'day with link', 'hour with link']);
    for (const hours of [241 + 34, 241 + 35, 241 + 60, 241 + 500]) await run(hours);
    expect(await told(p_email)).toEqual(['week', 'day with link', 'hour with link', 'thanks']);
  });

  test('many runs at the same time send each once', async () => {
    const occasion = await occasionOn(ground.sql, { digital: 20, sessions: [200] });
    const booked = await Promise.all(Array.from({ length: 6 }, () => bookFor(occasion)));
    await Promise.all(Array.from({ length: 8 }, () => run(176.1)));
    for (const { p_email } of booked) expect(await told(p_email)).toEqual(['day with link']);
  });

  test('who books after the moment is not told what they have just read', async () => {
    const soon = await occasionOn(ground.sql, { sessions: [20] });
    const { p_email } = await bookFor(soon);
    await run(1);
    expect(await told(p_email)).toEqual([]);
    await run(19.2);
    expect(await told(p_email)).toEqual(['hour with link']);
  });

  test('what is late is left out: a week before with less than three days left, a day before with less than three hours', async () => {
    const occasion = await occasionOn(ground.sql, { sessions: [240] });
    const { p_email } = await bookFor(occasion);
    await run(169);
    await run(237.5);
    expect(await told(p_email)).toEqual([]);
  });

  test('on the spot there is no reminder an hour before, and no link in any', async () => {
    const occasion = await occasionOn(ground.sql, { digital: 4, physical: 4, sessions: [240] });
    const { p_email } = await bookFor(occasion, { p_form: 'physical' });
    for (const hours of [73, 217, 239.5]) await run(hours);
    expect(await told(p_email)).toEqual(['week', 'day']);
  });

  test('a course: a week before the first evening alone, a day before each', async () => {
    const occasion = await occasionOn(ground.sql, { digital: null, physical: 4, sessions: [240, 408] });
    const { p_email } = await bookFor(occasion, { p_form: 'physical' });
    for (const hours of [73, 217, 241, 385]) await run(hours);
    expect(await told(p_email)).toEqual(['week', 'day', 'day']);
    const sessions = await ground.sql<{ session: string }>(
      `select payload ->> 'session' as session from public.mail where recipient = $1 and payload ->> 'when' = 'day' order by created_at`,
      [p_email],
    );
    expect(sessions.map(({ session }) => session)).toEqual(occasion.sessions);
    // Thanks come after the last one.
    await run(241 + 60);
    expect(await told(p_email)).not.toContain('thanks');
    await run(409 + 60);
    expect(await told(p_email)).toContain('thanks');
  });

  test('a slot is reminded of at its own time', async () => {
    const occasion = await occasionOn(ground.sql, { slotted: true, sessions: [240, 264] });
    const { p_email } = await bookFor(occasion, { p_session: occasion.sessions[1] ?? '' });
    for (const hours of [73, 217]) await run(hours);
    expect(await told(p_email)).toEqual([]);
    for (const hours of [97, 241]) await run(hours);
    expect(await told(p_email)).toEqual(['week', 'day with link']);
    await run(265 + 60);
    expect(await told(p_email)).toContain('thanks');
  });

  test('nothing of what is cancelled, waited for, or held by nobody any more', async () => {
    const occasion = await occasionOn(ground.sql, { digital: 1, sessions: [240] });
    const [first, second] = [await bookFor(occasion), await bookFor(occasion, { p_wait: true })];
    await given(
      ground.anon.rpc('act_on_visitor_booking', { p_gate: GATE, p_id: second.p_id, p_key: linkKey(second.p_id), p_act: 'leave' }),
    );
    const called = await bookFor(await occasionOn(ground.sql, { sessions: [240] }));
    await ground.sql(
      `update public.occasion set state = 'cancelled', cancelled_at = now() where id = (select occasion_id from public.booking where id = $1)`,
      [called.p_id],
    );
    const own = await bookFor(await occasionOn(ground.sql, { sessions: [240] }));
    await given(
      ground.anon.rpc('act_on_visitor_booking', { p_gate: GATE, p_id: own.p_id, p_key: linkKey(own.p_id), p_act: 'cancel' }),
    );
    for (const hours of [73, 217, 239.5, 300]) await run(hours);
    for (const { p_email } of [second, called, own]) expect(await told(p_email)).toEqual([]);
    expect(await told(first.p_email)).toContain('week');
  });

  test('a session that is moved is reminded of at its new time, and not again at the old', async () => {
    const occasion = await occasionOn(ground.sql, { digital: null, physical: 4, sessions: [240] });
    const { p_email, p_id } = await bookFor(occasion, { p_form: 'physical' });
    await run(217);
    const move = async (hours: number, movedAt: number) => {
      await ground.sql(
        `update public.occasion_session set starts_at = $2::text::timestamptz, ends_at = $2::text::timestamptz + interval '1 hour' where id = $1`,
        [occasion.sessions[0], inHours(hours).toISOString()],
      );
      await ground.sql(`update public.booking set moved_at = $2::text::timestamptz where id = $1`, [
        p_id,
        inHours(movedAt).toISOString(),
      ]);
    };
    await move(260, 218);
    await run(237);
    expect(await told(p_email)).toEqual(['day', 'day']);
    // Told of the time within the day: it is no news.
    await move(250, 238);
    await run(239);
    expect(await told(p_email)).toEqual(['day', 'day']);
  });

  test('thanks go to who was there, and to all when nobody noted who was', async () => {
    const occasion = await occasionOn(ground.sql, { sessions: [240] });
    const [came, stayed] = [await bookFor(occasion), await bookFor(occasion)];
    await ground.sql(
      `insert into public.attendance (session_id, person_id, state)
       select $1, p.id, case when p.booking_id = $2 then 'attended' else 'absent' end::public.attendance_state
       from public.booking_person p where p.booking_id in ($2, $3)`,
      [occasion.sessions[0], came.p_id, stayed.p_id],
    );
    await run(241 + 60);
    expect(await told(came.p_email)).toEqual(['thanks']);
    expect(await told(stayed.p_email)).toEqual([]);
  });

  test('each adult who is named hears of it, and nobody else of the home', async () => {
    const occasion = await occasionOn(ground.sql, { sessions: [240] });
    const { adultA, adultB } = cast.people;
    await given(
      cast.as('adultA').rpc('book_for_home', {
        ...{ p_id: crypto.randomUUID(), p_number: occasion.number, p_form: 'digital', p_needs: '{}', p_wait: false },
        ...{ p_people: JSON.stringify([{ member: adultA.id }]), p_despite: false },
      }),
    );
    await run(217);
    expect(await told(adultA.email)).toEqual(['day with link']);
    expect(await told(adultB.email)).toEqual([]);
  });

  test('an evening that is digital for all has its link for who else comes to the place', async () => {
    const occasion = await occasionOn(ground.sql, { digital: 4, physical: 4, sessions: [240] });
    await ground.sql(`update public.occasion_session set form = 'digital' where id = $1`, [occasion.sessions[0]]);
    const { p_email } = await bookFor(occasion, { p_form: 'physical' });
    for (const hours of [217, 239.5]) await run(hours);
    expect(await told(p_email)).toEqual(['day with link', 'hour with link']);
    await run(241 + 60);
    expect((await told(p_email)).at(-1)).toBe('thanks');
  });
});

test('on many connections at the same time each is reminded once', async () => {
  const { ground, sql, stop } = await manyConnections(20);
  try {
    const occasion = await occasionOn(ground.sql, { digital: 60, sessions: [200] });
    for (let one = 0; one < 60; one += 1) await given(ground.anon.rpc('book_as_visitor', visitor(occasion)));
    const at = new Date(Date.now() + 176.1 * HOUR).toISOString();
    const counts = await Promise.all(
      Array.from({ length: 20 }, () => sql<{ sent: number }[]>`select private.remind_of_bookings(${at}) as sent`),
    );
    expect(counts.reduce((sum, [row]) => sum + (row?.sent ?? 0), 0)).toBe(60);
    const [mails] = await ground.sql<{ all: string; apart: string }>(
      `select count(*) as all, count(distinct recipient) as apart from public.mail where template = 'booking_reminder'`,
    );
    expect([Number(mails?.all), Number(mails?.apart)]).toEqual([60, 60]);
  } finally {
    await stop();
  }
});
