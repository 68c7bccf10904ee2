import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../src/shared/db/clients.ts';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { GATE, type Ground, grounds } from './support/grounds.ts';
import { linkKey, type Occasion, occasionOn, visitor } from './support/occasions.ts';

type Answer = { ok: boolean; reason?: string; number?: number; told?: number; offered?: number; since?: object[] };
type Form = { seats: number; free: number; booked: number; offered: number; inLine: number } | null;
type Whole = {
  id: string;
  number: number;
  changed: number;
  state: string;
  title: string;
  guestCode: string;
  isBooked: boolean;
  startsAt: string;
  digital: Form;
  physical: Form;
  told: { booked: number; waiting: number; asked: number; suits: number };
  sessions: { id: string; part: number; startsAt: string; cancelledAt: string | null; isTaken: boolean; told: object }[];
  line: { booking: string; state: string }[];
  history: { kind: string; who: string; details: Record<string, unknown> }[];
};

const evening = (day: string, more: object = {}) => ({
  starts_at: `${day}T17:00:00Z`,
  ends_at: `${day}T19:00:00Z`,
  form: 'digital',
  ...more,
});
const course = (more: object = {}) => ({
  activity: 'connect',
  title: 'Connect',
  audience: ['foster_homes'],
  digital_seats: 8,
  sessions: [evening('2031-01-09'), evening('2031-01-16')],
  ...more,
});

describe.each(grounds)('running occasions on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  let maja: Db;
  let helena: Db;
  beforeAll(async () => {
    ground = await start();
    cast = await castOn(ground);
    maja = cast.as('own');
    helena = cast.as('head');
  });
  afterAll(() => ground?.stop());

  const whole = (number: number) => given<Whole>(maja.rpc('desk_occasion', { p_number: number }));
  const save = (db: Db, id: string, occasion: object, seen?: number) =>
    given<Answer>(
      db.rpc('save_occasion', { p_id: id, p_occasion: JSON.stringify(occasion), ...(seen !== undefined && { p_seen: seen }) }),
    );
  const act = (number: number, p_act: string, seen?: number) =>
    given<Answer>(maja.rpc('act_on_occasion', { p_number: number, p_act, ...(seen !== undefined && { p_seen: seen }) }));
  const made = async (occasion: object = course()) => {
    const id = randomUUID();
    const { number = 0 } = await save(maja, id, occasion);
    return { id, number };
  };
  const book = async (occasion: Pick<Occasion, 'number'>, seats = 1, more = {}) => {
    const args = visitor(occasion, seats, more);
    const answer = await given<{ ok: boolean; state?: string; reason?: string }>(ground.anon.rpc('book_as_visitor', args));
    return { ...args, answer };
  };
  const seen = (id: string) =>
    given<{
      state: string;
      sequence: number;
      asksWhetherItSuits: boolean;
      isFor: boolean;
      line?: { state: string };
      endedWhy: string;
    }>(ground.anon.rpc('visitor_booking', { p_gate: GATE, p_id: id, p_key: linkKey(id) }));
  const mailsTo = (email: string) =>
    ground.sql<{ template: string; payload: Record<string, unknown> }>(
      'select template, payload from public.mail where recipient = $1 order by created_at, id',
      [email],
    );
  const move = (number: number, to: object, session?: string) =>
    given<Answer>(
      maja.rpc('move_session', { p_number: number, p_to: JSON.stringify(to), ...(session && { p_session: session }) }),
    );

  test('one is made once for the same press, changed, copied and published', async () => {
    const { id, number } = await made();
    expect(await save(maja, id, course())).toEqual({ ok: true, number });
    const first = await whole(number);
    expect(first).toMatchObject({ state: 'draft', changed: 1, digital: { seats: 8, free: 8, booked: 0 }, physical: null });
    expect(first.history.map(({ kind }) => kind)).toEqual(['made']);
    const [one, two] = first.sessions.map(({ id: session }) => session);
    expect(
      await save(
        maja,
        id,
        course({
          title: 'Connect för er',
          sessions: [evening('2031-01-02'), evening('2031-01-16', { id: two }), evening('2031-01-30', { id: one })],
        }),
        1,
      ),
    ).toMatchObject({ ok: true });
    const later = await whole(number);
    expect(
      later.sessions.map(({ part, id: session }) => [part, session === two ? 'two' : session === one ? 'one' : 'new']),
    ).toEqual([
      [1, 'new'],
      [2, 'two'],
      [3, 'one'],
    ]);
    expect(later.history[0]).toMatchObject({ kind: 'saved', details: { title: ['Connect', 'Connect för er'] } });
    const copy = randomUUID();
    const args = { p_id: copy, p_number: number, p_on: '2031-05-01' };
    const copied = await given<Answer>(maja.rpc('copy_occasion', args));
    expect(await given<Answer>(maja.rpc('copy_occasion', args))).toEqual(copied);
    // By the clock on the wall, past the change to summer time.
    expect((await whole(copied.number ?? 0)).sessions.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([
      '2031-05-01T16:00:00.000Z',
      '2031-05-15T16:00:00.000Z',
      '2031-05-29T16:00:00.000Z',
    ]);
    expect((await whole(copied.number ?? 0)).guestCode).not.toBe(later.guestCode);
    expect(await act(number, 'publish', later.changed)).toMatchObject({ ok: true });
    expect(await act(number, 'publish')).toEqual({ ok: false, reason: 'not_now' });
    expect(await act(number, 'draft')).toMatchObject({ ok: true });
    expect(await act(number, 'discard')).toMatchObject({ ok: true });
    const list = await given<{ number: number }[]>(maja.rpc('desk_occasions', {}));
    expect(list.some((row) => row.number === number)).toBe(false);
    expect(await act(number, 'restore')).toMatchObject({ ok: true });
    expect(await whole(number)).toMatchObject({ state: 'draft' });
  });

  test('what cannot be held is refused: no evening, a form without seats, staff that is none, no place', async () => {
    const refused = async (more: object) => (await save(maja, randomUUID(), course(more))).reason;
    expect(await refused({ sessions: [] })).toBe('no_sessions');
    expect(await refused({ digital_seats: null })).toBe('form_without_seats');
    expect(await refused({ physical_seats: 4 })).toBe('form_without_seats');
    expect(await refused({ sessions: [evening('2031-01-09', { form: 'hybrid' })] })).toBe('form_without_seats');
    expect(await refused({ sessions: [evening('2031-01-09', { staff_id: cast.people.communicator.id })] })).toBe('not_staff');
    const { number } = await made(
      course({ digital_seats: null, physical_seats: 4, sessions: [evening('2031-01-09', { form: 'physical' })] }),
    );
    expect(await act(number, 'publish')).toEqual({ ok: false, reason: 'no_place' });
    const past = await made(course({ sessions: [evening('2021-01-09')] }));
    expect(await act(past.number, 'publish')).toEqual({ ok: false, reason: 'begun' });
  });

  test('who saves on top of somebody else’s change is told what they did', async () => {
    const { id, number } = await made();
    const { sessions } = await whole(number);
    const kept = (more: object) =>
      course({ sessions: sessions.map((s, at) => evening(['2031-01-09', '2031-01-16'][at] ?? '', { id: s.id })), ...more });
    const answers = await Promise.all([
      save(maja, id, kept({ title: 'Majas' }), 1),
      save(helena, id, kept({ title: 'Helenas' }), 1),
    ]);
    const lost = answers.find(({ ok }) => !ok);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(lost).toMatchObject({
      reason: 'changed',
      since: [{ kind: 'saved', details: { title: ['Connect', expect.any(String)] } }],
    });
    const now = await whole(number);
    expect(['Majas', 'Helenas']).toContain(now.title);
    expect(await act(number, 'publish', 1)).toMatchObject({ ok: false, reason: 'changed' });
    expect(await given<Answer>(helena.rpc('save_occasion', { p_id: randomUUID(), p_occasion: '{}', p_seen: 1 }))).toEqual({
      ok: false,
      reason: 'missing',
    });
    // Nothing is other than it was: nobody has changed it.
    expect(await save(maja, id, kept({ title: now.title }), now.changed)).toMatchObject({ ok: true });
    expect((await whole(number)).changed).toBe(now.changed);
  });

  test('what somebody is booked on is not moved without a word, and goes back to no draft', async () => {
    const occasion = await occasionOn(ground.sql, { digital: 4, physical: 2, sessions: [200, 300] });
    const before = await whole(occasion.number);
    await book(occasion);
    const now = before.sessions.map((s) => ({ id: s.id, starts_at: s.startsAt, ends_at: endsOf(s.startsAt), form: 'hybrid' }));
    const same = { title: 'Så funkar det', audience: ['everyone'], digital_seats: 4, physical_seats: 2, place: 'Lokalen' };
    const tries: [string, object][] = [
      ['an evening less', { sessions: now.slice(1) }],
      ['one more', { sessions: [...now, evening('2031-01-09')] }],
      ['another time', { sessions: now.map((s) => ({ ...s, ends_at: endsOf(s.starts_at, 2) })) }],
      ['elsewhere', { sessions: now, place: 'Skolan' }],
      ['its form taken away', { sessions: now.map((s) => ({ ...s, form: 'physical' })), digital_seats: null }],
    ];
    for (const [what, more] of tries)
      expect([what, (await save(maja, before.id, { ...same, ...more }, 0)).reason]).toEqual([what, 'booked']);
    expect(await save(maja, before.id, { ...same, title: 'Så funkar det på plats', sessions: now }, 0)).toMatchObject({
      ok: true,
    });
    expect(await act(occasion.number, 'draft')).toEqual({ ok: false, reason: 'booked' });
  });

  test('slots that nobody has can be changed and added, and those in line follow', async () => {
    const occasion = await occasionOn(ground.sql, { slotted: true, sessions: [200, 201] });
    const [one] = occasion.sessions;
    const two = occasion.sessions[1] ?? '';
    await book(occasion, 2, { p_session: one });
    await book(occasion, 1, { p_session: two });
    const waits = await book(occasion, 1, { p_wait: true });
    expect(waits.answer).toMatchObject({ state: 'waiting' });
    const { sessions, ...before } = await whole(occasion.number);
    expect(before.digital).toMatchObject({ seats: 2, booked: 2, inLine: 1 });
    const now = sessions.map((s) => ({ id: s.id, starts_at: s.startsAt, ends_at: endsOf(s.startsAt), form: 'digital' }));
    const slots = { title: 'Så funkar det', audience: ['everyone'], is_slotted: true, place: 'Lokalen' };
    expect(await save(maja, before.id, { ...slots, sessions: now.slice(1) }, 0)).toMatchObject({ reason: 'booked' });
    expect(await save(maja, before.id, { ...slots, sessions: [...now, evening('2031-01-09')] }, 0)).toMatchObject({ ok: true });
    expect(await seen(waits.p_id)).toMatchObject({ line: { state: 'offered' } });
    expect((await whole(occasion.number)).sessions.map(({ isTaken }) => isTaken)).toEqual([true, true, true]);
  });

  test('closing is undone by opening, and a new link for guests closes the one before', async () => {
    const occasion = await occasionOn(ground.sql, { audience: ['guests'] });
    const { guestCode } = await whole(occasion.number);
    expect(await act(occasion.number, 'close')).toMatchObject({ ok: true });
    expect((await book(occasion, 1, { p_guest_code: guestCode })).answer).toMatchObject({ reason: 'closed' });
    expect(await act(occasion.number, 'open')).toMatchObject({ ok: true });
    const guest = await book(occasion, 1, { p_guest_code: guestCode });
    expect(guest.answer).toMatchObject({ ok: true });
    // Without the code there is nothing to book anew.
    expect(await seen(guest.p_id)).toMatchObject({ isFor: false });
    expect(await act(occasion.number, 'new_link')).toMatchObject({ ok: true });
    expect((await book(occasion, 1, { p_guest_code: guestCode })).answer).toMatchObject({ reason: 'not_for_you' });
  });

  test('a session that is moved is told to all of it once, with a higher sequence, and asks whether it suits', async () => {
    const occasion = await occasionOn(ground.sql, { digital: 9, physical: 2, sessions: [200, 300] });
    const there = { p_form: 'physical' };
    const [booked, waits] = [await book(occasion, 2, there), await book(occasion, 1, { ...there, p_wait: true })];
    const to = { starts_at: '2031-03-01T17:00:00Z', ends_at: '2031-03-01T18:30:00Z', place: 'Lokalen', address: '' };
    const [first] = occasion.sessions;
    expect(await move(occasion.number, { ...to, ends_at: to.starts_at }, first)).toMatchObject({ reason: 'backwards' });
    expect(await move(occasion.number, { ...to, starts_at: '2021-03-01T17:00:00Z' }, first)).toMatchObject({
      reason: 'not_ahead',
    });
    expect(await move(occasion.number, to, first)).toMatchObject({ ok: true, told: 2 });
    expect(await move(occasion.number, to, first)).toMatchObject({ ok: false, reason: 'same' });
    expect(await seen(booked.p_id)).toMatchObject({ sequence: 1, asksWhetherItSuits: true });
    for (const { p_email } of [booked, waits]) {
      const moved = (await mailsTo(p_email)).filter(({ template }) => template === 'booking_moved');
      expect(moved).toHaveLength(1);
      expect(moved[0]?.payload).toMatchObject({ was: [{ startsAt: expect.any(String) }] });
    }
    expect((await whole(occasion.number)).told).toEqual({ booked: 1, waiting: 1, asked: 2, suits: 0 });
    expect(await move(occasion.number, { place: 'Biblioteket', address: 'Storgatan 1' })).toMatchObject({ ok: true, told: 2 });
    const said = (await mailsTo(booked.p_email)).at(-1)?.payload;
    expect(said).toMatchObject({ was: [], sessions: [{ place: 'Biblioteket' }, { place: 'Biblioteket' }] });
  });

  test('another place is told to who comes there or waits for a seat there, and not to who follows it on a screen', async () => {
    const occasion = await occasionOn(ground.sql, { digital: 4, physical: 1, sessions: [200, 300] });
    const there = { p_form: 'physical' };
    const [comes, waits, onScreen] = [
      await book(occasion, 1, there),
      await book(occasion, 1, { ...there, p_wait: true }),
      await book(occasion, 1),
    ];
    expect(await move(occasion.number, { place: 'Biblioteket', address: '' })).toMatchObject({ ok: true, told: 2 });
    for (const [{ p_id }, asks] of [
      [comes, true],
      [waits, true],
      [onScreen, false],
    ] as const)
      expect(await seen(p_id)).toMatchObject({ asksWhetherItSuits: asks });
    expect((await mailsTo(onScreen.p_email)).map(({ template }) => template)).toEqual(['booking_confirmed']);
    // Another time is told to all; and an evening that is held nowhere but in a room is so for everybody.
    const [first] = occasion.sessions;
    const to = { starts_at: '2031-03-01T17:00:00Z', ends_at: '2031-03-01T18:30:00Z', place: 'Biblioteket', address: '' };
    expect(await move(occasion.number, to, first)).toMatchObject({ ok: true, told: 3 });
    await ground.sql(`update public.occasion_session set form = 'physical' where id = $1`, [first]);
    expect(await move(occasion.number, { ...to, place: 'Skolan' }, first)).toMatchObject({ ok: true, told: 3 });
  });

  test('of slots only who has the one that is moved is told', async () => {
    const occasion = await occasionOn(ground.sql, { slotted: true, sessions: [200, 201] });
    const [one, two] = occasion.sessions;
    const [first, second] = [await book(occasion, 1, { p_session: one }), await book(occasion, 1, { p_session: two })];
    const to = { starts_at: '2031-03-01T17:00:00Z', ends_at: '2031-03-01T17:30:00Z' };
    expect((await whole(occasion.number)).sessions.map(({ told }) => told)).toEqual([
      { booked: 1, waiting: 0 },
      { booked: 1, waiting: 0 },
    ]);
    expect(await move(occasion.number, to, two)).toMatchObject({ ok: true, told: 1 });
    expect(await seen(first.p_id)).toMatchObject({ sequence: 0, asksWhetherItSuits: false });
    expect(await seen(second.p_id)).toMatchObject({ sequence: 1, asksWhetherItSuits: true });
  });

  test('more seats go to the line at once; fewer throw nobody out and give nothing on until below', async () => {
    const occasion = await occasionOn(ground.sql, { digital: 2 });
    const booked = [await book(occasion), await book(occasion)];
    const line = [await book(occasion, 1, { p_wait: true }), await book(occasion, 1, { p_wait: true })];
    const set = (p_digital: number) => given<Answer>(maja.rpc('set_capacity', { p_number: occasion.number, p_digital }));
    expect(await set(3)).toMatchObject({ ok: true, offered: 1 });
    expect(await seen(line[0]?.p_id ?? '')).toMatchObject({ line: { state: 'offered' } });
    expect(await set(1)).toMatchObject({ ok: true, offered: 0 });
    expect((await whole(occasion.number)).digital).toMatchObject({ seats: 1, booked: 2, offered: 1, free: -2, inLine: 1 });
    const cancel = (id: string) =>
      given(ground.anon.rpc('act_on_visitor_booking', { p_gate: GATE, p_id: id, p_key: linkKey(id), p_act: 'cancel' }));
    await cancel(booked[0]?.p_id ?? '');
    await cancel(booked[1]?.p_id ?? '');
    expect((await whole(occasion.number)).line.map(({ state }) => state).sort()).toEqual(['offered', 'waiting']);
    expect(
      await given<Answer>(maja.rpc('set_capacity', { p_number: occasion.number, p_digital: 2, p_physical: 4 })),
    ).toMatchObject({
      reason: 'not_this_form',
    });
  });

  test('a coordinator offers a free seat out of turn, and no seat that is not free', async () => {
    const occasion = await occasionOn(ground.sql, { digital: 3 });
    await book(occasion, 2);
    const large = await book(occasion, 2, { p_wait: true });
    const small = await book(occasion, 1, { p_wait: true });
    const offer = (id: string) => given<Answer>(maja.rpc('offer_seat', { p_number: occasion.number, p_booking: id }));
    expect(await offer(large.p_id)).toEqual({ ok: false, reason: 'full' });
    expect(await offer(small.p_id)).toMatchObject({ ok: true });
    expect(await offer(small.p_id)).toEqual({ ok: false, reason: 'no_turn' });
    expect((await mailsTo(small.p_email)).map(({ template }) => template)).toEqual(['booking_waiting', 'booking_offer']);
    const [noted] = await ground.sql(
      `select staff_id, details from public.booking_event where booking_id = $1 and kind = 'offered'`,
      [small.p_id],
    );
    expect(noted).toEqual({ staff_id: cast.people.own.id, details: { byHand: true } });
  });

  test('a seat out of turn is in the log of the home that gets it, and nobody gives it to a home they are related to', async () => {
    const occasion = await occasionOn(ground.sql, { digital: 1, audience: ['everyone'] });
    await book(occasion);
    const p_id = randomUUID();
    await given(
      cast.as('adultA').rpc('book_for_home', {
        ...{ p_id, p_number: occasion.number, p_form: 'digital', p_needs: '{}', p_wait: true, p_despite: true },
        p_people: JSON.stringify([{ member: cast.people.adultA.id }]),
      }),
    );
    await ground.sql('update public.occasion set digital_seats = 2 where id = $1', [occasion.id]);
    const offer = (who: 'own' | 'related') =>
      given<Answer>(cast.as(who).rpc('offer_seat', { p_number: occasion.number, p_booking: p_id }));
    expect(await offer('related')).toEqual({ ok: false, reason: 'related' });
    expect(await offer('own')).toMatchObject({ ok: true });
    // Nothing is done the second time.
    expect(await offer('own')).toEqual({ ok: false, reason: 'no_turn' });
    expect(
      await ground.sql(`select staff_id from public.access_log where household_id = $1 and details = 'booking_offered'`, [
        cast.homeId,
      ]),
    ).toEqual([{ staff_id: cast.people.own.id }]);
  });

  test('a message goes once for each press, to those it is for', async () => {
    const occasion = await occasionOn(ground.sql, { digital: 1 });
    const [booked, waits] = [await book(occasion), await book(occasion, 1, { p_wait: true })];
    const args = { p_press: randomUUID(), p_number: occasion.number, p_subject: 'Parkering', p_body: 'Ställ bilen på baksidan.' };
    const say = (p_to: string, more = {}) => given<Answer>(maja.rpc('message_booked', { ...args, p_to, ...more }));
    expect(await Promise.all([say('waiting'), say('waiting')])).toContainEqual({ ok: true, number: occasion.number, told: 1 });
    const messages = async (email: string) => (await mailsTo(email)).filter(({ template }) => template === 'booking_message');
    expect([(await messages(booked.p_email)).length, (await messages(waits.p_email)).length]).toEqual([0, 1]);
    expect(await say('both', { p_press: randomUUID() })).toMatchObject({ told: 2 });
    const empty = await occasionOn(ground.sql);
    expect(await say('both', { p_press: randomUUID(), p_number: empty.number })).toMatchObject({ reason: 'nobody' });
  });

  test('five hundred bookings and those in line are cancelled in one act, told once each, and offers are gone', async () => {
    const occasion = await occasionOn(ground.sql, { digital: 500 });
    await ground.sql(
      `with made as (
         insert into public.booking (id, occasion_id, state, form, seats, key_hash, name, email, email_key, booked_at)
         select gen_random_uuid(), $1, case when n > 500 then 'waiting' else 'booked' end::public.booking_state, 'digital', 1,
           encode(sha256(convert_to(n::text, 'UTF8')), 'hex'), 'Vera Exempelgren', n || '-' || $2 || '@exempel.example',
           n || '-' || $2 || '@exempel.example', now()
         from generate_series(1, 520) n returning id, state
       )
       insert into public.seat_wish (booking_id, occasion_id, form, people, need)
       select id, $1, 'digital', '[{}]', 1 from made where state = 'waiting'`,
      [occasion.id, occasion.id],
    );
    await given(maja.rpc('set_capacity', { p_number: occasion.number, p_digital: 510 }));
    expect((await whole(occasion.number)).digital).toMatchObject({ offered: 10, inLine: 10 });
    const cancel = (p_seen?: number) =>
      given<Answer>(
        maja.rpc('cancel_occasion', { p_number: occasion.number, p_why: 'Ledaren är sjuk', ...(p_seen && { p_seen }) }),
      );
    const began = performance.now();
    expect(await cancel()).toMatchObject({ ok: true, told: 520 });
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(await cancel()).toEqual({ ok: false, reason: 'not_now' });
    const rows = await ground.sql(
      `select b.state, b.ended_why, b.sequence, count(*)::int as n from public.booking b where b.occasion_id = $1 group by 1, 2, 3`,
      [occasion.id],
    );
    expect(rows).toEqual([{ state: 'cancelled', ended_why: 'occasion_cancelled', sequence: 1, n: 520 }]);
    const [open] = await ground.sql<{ n: number }>(
      `select count(*)::int as n from public.seat_wish where occasion_id = $1 and state in ('waiting', 'offered')`,
      [occasion.id],
    );
    expect(open?.n).toBe(0);
    const mails = await ground.sql(
      `select payload ->> 'had' as had, payload ->> 'text' as text, count(*)::int as n, count(distinct recipient)::int as whom
       from public.mail where template = 'booking_cancelled' and recipient like '%' || $1 || '%' group by 1, 2 order by 1`,
      [occasion.id],
    );
    expect(mails).toEqual([
      { had: 'booked', text: 'Ledaren är sjuk', n: 500, whom: 500 },
      { had: 'waiting', text: 'Ledaren är sjuk', n: 20, whom: 20 },
    ]);
    expect((await book(occasion)).answer).toMatchObject({ reason: 'cancelled' });
  }, 60_000);

  test('a year is made by two at once without a double, and pressing again makes what is missing', async () => {
    await ground.sql(
      `update public.occasion set state = 'cancelled', cancelled_at = now() where activity = 'sa-funkar-det' and state <> 'cancelled'`,
    );
    const months = Array.from({ length: 12 }, (_, at) => `2032-${String(at + 1).padStart(2, '0')}`);
    const year = (which: string[]) => ({
      p_year: JSON.stringify({
        title: 'Så funkar det',
        digital_seats: 30,
        publish: true,
        months: which.map((month) => ({
          month: `${month}-01`,
          proposed: month === '2032-12',
          sessions: [evening(`${month}-20`)],
        })),
      }),
    });
    const first = await given<{ made: number }>(maja.rpc('make_information_year', year(months.slice(0, 3))));
    expect(first).toEqual({ ok: true, made: 3, proposed: 0 });
    const both = await Promise.all(
      [maja, helena, maja, helena].map((db) =>
        given<{ made: number; proposed: number }>(db.rpc('make_information_year', year(months))),
      ),
    );
    expect(both.reduce((sum, { made: n }) => sum + n, 0)).toBe(9);
    expect(both.reduce((sum, { proposed }) => sum + proposed, 0)).toBe(1);
    const there = await given<{ month: string; state: string }[]>(maja.rpc('information_months'));
    expect(there.filter(({ month }) => month.startsWith('2032')).map(({ state }) => state)).toEqual([
      ...Array.from({ length: 11 }, () => 'published'),
      'proposed',
    ]);
    expect(await given(maja.rpc('make_information_year', year(months)))).toEqual({ ok: true, made: 0, proposed: 0 });
  });
});

/** So many hours later, as the database writes a time. */
const endsOf = (startsAt: string, hours = 1) =>
  new Date(Date.parse(startsAt.replace(' ', 'T').replace(/\+00$/, 'Z')) + hours * 3_600_000).toISOString();
