import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { type Occasion, occasionOn, visitor } from './support/occasions.ts';
import { hash } from './support/registration.ts';
import { type Answer, visitorActs } from './support/visitor-acts.ts';

describe.each(grounds)('the edges of a booking on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  let acts: ReturnType<typeof visitorActs>;
  beforeAll(async () => {
    ground = await start();
    acts = visitorActs(ground.sql);
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  type Wishes = { id?: string; people?: object[]; session?: string; form?: 'digital' | 'physical'; wait?: boolean };
  const home = (
    person: 'adultA' | 'adultB',
    occasion: Occasion,
    { id = randomUUID(), people, session, form = 'digital', wait = false }: Wishes = {},
  ) =>
    given<Answer>(
      cast.as(person).rpc('book_for_home', {
        p_id: id,
        p_number: occasion.number,
        p_form: form,
        p_people: JSON.stringify(people ?? [{ member: cast.people[person].id }]),
        p_needs: '{}',
        p_wait: wait,
        p_despite: false,
        ...(session && { p_session: session }),
      }),
    );
  const booked = async (occasion: Occasion, seats = 1, more: Parameters<typeof visitor>[2] = {}) => {
    const args = visitor(occasion, seats, more);
    expect(await acts.book(args)).toMatchObject({ ok: true });
    return args.p_id;
  };
  const move = (session: string | undefined, hours: number) =>
    ground.sql(
      `update public.occasion_session set starts_at = now() + $2 * interval '1 hour', ends_at = now() + ($2 + 1) * interval '1 hour' where id = $1`,
      [session, hours],
    );
  const events = async (id: string) =>
    (
      await ground.sql<{ said: string }>(
        `select kind || ' ' || details as said from public.booking_event where booking_id = $1 order by id`,
        [id],
      )
    ).map(({ said }) => said);

  describe('of a home', () => {
    test('has one slot, and no second', async () => {
      const slots = await occasionOn(ground.sql, { slotted: true, sessions: [240, 241] });
      expect(await home('adultA', slots, { session: slots.sessions[0] ?? '' })).toMatchObject({ ok: true });
      expect(await home('adultA', slots, { session: slots.sessions[1] ?? '' })).toEqual({ ok: false, reason: 'booked_already' });
    });

    test('what another adult has for themselves is not told to who books for both', async () => {
      const theirs = await occasionOn(ground.sql, { title: 'Det egna' });
      await home('adultB', theirs);
      const both = [{ member: cast.people.adultA.id }, { member: cast.people.adultB.id }];
      expect(await home('adultA', await occasionOn(ground.sql), { people: both })).toMatchObject({ ok: true, state: 'booked' });
      expect(await home('adultB', await occasionOn(ground.sql))).toMatchObject({ ok: false, reason: 'overlaps' });
    });

    test('no adult is added who has a seat of their own', async () => {
      const occasion = await occasionOn(ground.sql);
      const id = randomUUID();
      await home('adultA', occasion, { id });
      await home('adultB', occasion);
      const both = JSON.stringify([{ member: cast.people.adultA.id }, { member: cast.people.adultB.id }]);
      const change = { p_id: id, p_form: 'digital' as const, p_people: both, p_wait: false };
      expect(await given(cast.as('adultA').rpc('change_my_booking', change))).toEqual({ ok: false, reason: 'booked_already' });
    });

    test('no adult has a seat and waits for another one by what the other adult has asked for', async () => {
      const occasion = await occasionOn(ground.sql, { digital: 2 });
      const id = randomUUID();
      await home('adultA', occasion, { id });
      await booked(occasion);
      const both = JSON.stringify([{ member: cast.people.adultA.id }, { member: cast.people.adultB.id }]);
      const change = { p_id: id, p_form: 'digital' as const, p_people: both, p_wait: true };
      expect(await given(cast.as('adultA').rpc('change_my_booking', change))).toMatchObject({ ok: true });
      expect(await home('adultB', occasion, { form: 'physical' })).toEqual({ ok: false, reason: 'booked_already' });
    });

    test('who was there stays noted when staff change who comes', async () => {
      const occasion = await occasionOn(ground.sql);
      const id = randomUUID();
      const me = { member: cast.people.adultA.id };
      const other = { member: cast.people.adultB.id };
      await home('adultA', occasion, { id, people: [me, other] });
      await ground.sql(
        `insert into public.attendance (session_id, person_id, state)
         select $1, p.id, 'attended' from public.booking_person p where p.booking_id = $2`,
        [occasion.sessions[0], id],
      );
      await ground.sql(`select private.change_booking($1, 'digital', $2::text::jsonb, null, false, 'staff')`, [
        id,
        JSON.stringify([other, me]),
      ]);
      await ground.sql(`select private.change_booking($1, 'digital', $2::text::jsonb, null, false, 'staff')`, [
        id,
        JSON.stringify([me]),
      ]);
      const there = await ground.sql(
        'select p.member_id as id, p.ord from public.attendance a join public.booking_person p on p.id = a.person_id where p.booking_id = $1',
        [id],
      );
      expect(there).toEqual([{ id: cast.people.adultA.id, ord: 1 }]);
    });
  });

  describe('of a visitor', () => {
    test('the same press again says the same, asked for otherwise that it is not so, and of what is cancelled that it has ended', async () => {
      const occasion = await occasionOn(ground.sql);
      const args = visitor(occasion, 2);
      expect(await acts.book(args)).toMatchObject({ ok: true, state: 'booked' });
      expect(await acts.book(args)).toMatchObject({ ok: true, state: 'booked' });
      for (const more of [
        { p_email: 'nagon-annan@exempel.example', p_email_key: 'nagon-annan@exempel.example' },
        { p_people: visitor(occasion, 3).p_people },
        { p_form: 'physical' as const },
      ])
        expect(await acts.book({ ...args, ...more })).toEqual({ ok: false, reason: 'booked_otherwise' });
      expect(await ground.sql('select seats, form from public.booking where occasion_id = $1', [occasion.id])).toEqual([
        { seats: 2, form: 'digital' },
      ]);
      await ground.sql(`select private.cancel_booking($1, 'by_booker', 'family')`, [args.p_id]);
      expect(await acts.book(args)).toEqual({ ok: false, reason: 'ended' });
    });

    test('after the cut-off the form stays, and the number can still be changed', async () => {
      const occasion = await occasionOn(ground.sql, { physical: 4 });
      const id = await booked(occasion);
      await ground.sql(`update public.occasion set switch_until = now() - interval '1 minute' where id = $1`, [occasion.id]);
      expect(await acts.change(id, { form: 'physical' })).toEqual({ ok: false, reason: 'too_late' });
      expect(await acts.change(id, { seats: 2 })).toMatchObject({ ok: true });
    });

    test('what is cancelled has a later sequence, in the mail too, so that calendars take it away', async () => {
      const id = await booked(await occasionOn(ground.sql));
      await ground.sql(`select private.cancel_booking($1, 'by_booker', 'family')`, [id]);
      const said = await ground.sql(
        `select template, (payload ->> 'sequence')::int as sequence from public.mail where payload ->> 'booking' = $1 order by sequence`,
        [id],
      );
      expect(said).toEqual([
        { template: 'booking_confirmed', sequence: 0 },
        { template: 'booking_cancelled', sequence: 1 },
      ]);
    });

    test('one network takes so many seats of an occasion and no more, unless they were invited', async () => {
      const p_network_key = hash('one network');
      const occasion = await occasionOn(ground.sql, { digital: 100 });
      const take = (seats: number, at = occasion, more = {}) => acts.book(visitor(at, seats, { p_network_key, ...more }));
      for (let turn = 0; turn < 3; turn += 1) expect(await take(8)).toMatchObject({ ok: true });
      expect(await take(1)).toEqual({ ok: false, reason: 'too_often' });
      const [seats] = await ground.sql('select sum(seats)::int as sum from public.booking where occasion_id = $1', [occasion.id]);
      expect(seats).toEqual({ sum: 24 });
      expect(await take(1, await occasionOn(ground.sql))).toMatchObject({ ok: true });
      expect(await acts.book(visitor(occasion))).toMatchObject({ ok: true });
      const p_guest_code = hash('invited');
      await ground.sql('update public.occasion set guest_code = $2 where id = $1', [occasion.id, p_guest_code]);
      expect(await take(8, occasion, { p_guest_code })).toMatchObject({ ok: true });
    });
  });

  describe('in a course', () => {
    const course = () => occasionOn(ground.sql, { digital: 2, physical: 2, sessions: [100, 200, 300] });

    test('a booking of all of it is never made into one of a single evening, or of another occasion’s', async () => {
      const [occasion, other] = [await course(), await course()];
      const id = await booked(occasion, 2);
      for (const session of [occasion.sessions[1], other.sessions[1], randomUUID()]) {
        await expect(acts.change(id, { seats: 1, session: session ?? '' })).rejects.toThrow('another session');
      }
      expect(await ground.sql('select seats, session_id from public.booking where id = $1', [id])).toEqual([
        { seats: 2, session_id: null },
      ]);
    });

    test('who makes up for one evening keeps to it, and to its form', async () => {
      const occasion = await course();
      await ground.sql(`update public.occasion_session set form = 'digital' where id = $1`, [occasion.sessions[1]]);
      const id = await booked(occasion, 1, { p_session: occasion.sessions[1] ?? '' });
      await expect(acts.change(id, { session: occasion.sessions[2] ?? '' })).rejects.toThrow('another session');
      expect(await acts.change(id, { form: 'physical' })).toEqual({ ok: false, reason: 'not_this_form' });
      expect(await acts.change(id, { seats: 2, session: occasion.sessions[1] ?? '' })).toMatchObject({ ok: true });
    });

    test('who waited for a course that has begun keeps nobody from making up for an evening of it', async () => {
      const occasion = await course();
      await booked(occasion);
      await booked(occasion, 2, { p_wait: true });
      await move(occasion.sessions[0], -1);
      const args = visitor(occasion, 1, { p_session: occasion.sessions[1] ?? '' });
      expect(await acts.book(args)).toMatchObject({ ok: true, state: 'booked' });
    });

    test('a seat that was made up in a cancelled evening is no seat', async () => {
      const occasion = await course();
      await booked(occasion, 2, { p_session: occasion.sessions[1] ?? '' });
      await ground.sql('update public.occasion_session set cancelled_at = now() where id = $1', [occasion.sessions[1]]);
      expect(await acts.book(visitor(occasion, 2))).toMatchObject({ ok: true, state: 'booked' });
    });
  });

  describe('in slots', () => {
    const slots = async (...forms: string[]) => {
      const made = await occasionOn(ground.sql, { slotted: true, sessions: forms.map((_, at) => 240 + at) });
      for (const [at, form] of forms.entries())
        await ground.sql('update public.occasion_session set form = $2::public.session_form where id = $1', [
          made.sessions[at],
          form,
        ]);
      return made;
    };

    test('the form of one’s own slot is changed as it allows, also when all are taken', async () => {
      const made = await slots('hybrid', 'digital', 'physical');
      const [hybrid, digital] = [
        await booked(made, 1, { p_session: made.sessions[0] ?? '' }),
        await booked(made, 1, { p_session: made.sessions[1] ?? '' }),
      ];
      expect(await acts.change(digital, { form: 'physical' })).toEqual({ ok: false, reason: 'not_this_form' });
      expect(await acts.change(digital, { form: 'physical', session: made.sessions[2] ?? '' })).toMatchObject({ ok: true });
      await booked(made, 1, { p_session: made.sessions[1] ?? '' });
      expect(await acts.change(hybrid, { form: 'physical' })).toMatchObject({ ok: true, form: 'physical' });
      expect((await acts.view(hybrid)).sessions.map(({ id }) => id)).toEqual([made.sessions[0]]);
    });

    test('a slot for either form goes to who has waited longest', async () => {
      const made = await slots('hybrid');
      const first = await booked(made, 1, { p_session: made.sessions[0] ?? '' });
      const [physical, digital] = [
        await booked(made, 1, { p_form: 'physical', p_wait: true }),
        await booked(made, 1, { p_wait: true }),
      ];
      await acts.act(first, 'cancel');
      expect((await acts.view(physical)).line).toMatchObject({ state: 'offered', slot: { id: made.sessions[0] } });
      expect((await acts.view(digital)).line).toMatchObject({ state: 'waiting' });
    });

    test('who was offered a slot that is cancelled is first in line again', async () => {
      const made = await slots('digital', 'digital');
      const [first, second] = [
        await booked(made, 1, { p_session: made.sessions[0] ?? '' }),
        await booked(made, 1, { p_session: made.sessions[1] ?? '' }),
      ];
      const [third, fourth] = [await booked(made, 1, { p_wait: true }), await booked(made, 1, { p_wait: true })];
      await acts.act(first, 'cancel');
      await ground.sql('update public.occasion_session set cancelled_at = now() where id = $1', [made.sessions[0]]);
      expect(await acts.act(third, 'accept')).toMatchObject({ ok: false, reason: 'no_offer', state: 'waiting' });
      expect((await acts.view(third)).line).toMatchObject({ state: 'waiting', place: 1 });
      await acts.act(second, 'cancel');
      expect((await acts.view(third)).line).toMatchObject({ state: 'offered', slot: { id: made.sessions[1] } });
      expect((await acts.view(fourth)).line).toMatchObject({ state: 'waiting', place: 1 });
    });

    test('when the last one has begun, nobody waits any more', async () => {
      const made = await slots('digital');
      await booked(made, 1, { p_session: made.sessions[0] ?? '' });
      await move(made.sessions[0], -0.5);
      expect(await acts.book(visitor(made, 1, { p_wait: true }))).toEqual({ ok: false, reason: 'begun' });
    });
  });

  describe('when it is full or closed', () => {
    test('a party that can never have seats waits for none, and holds nobody back', async () => {
      const occasion = await occasionOn(ground.sql, { digital: 2, physical: 4 });
      const first = await booked(occasion, 2);
      expect(await acts.book(visitor(occasion, 3, { p_wait: true }))).toEqual({ ok: false, reason: 'too_many' });
      expect(await acts.change(first, { seats: 3, wait: true })).toEqual({ ok: false, reason: 'too_many' });
      const physical = await booked(occasion, 4, { p_form: 'physical' });
      expect(await acts.change(physical, { seats: 4, wait: true })).toEqual({ ok: false, reason: 'too_many' });
      const waits = await booked(occasion, 2, { p_wait: true });
      expect(await acts.change(waits, { seats: 3, wait: true })).toEqual({ ok: false, reason: 'too_many' });
      expect((await acts.view(waits)).line).toMatchObject({ state: 'waiting', place: 1 });
    });

    test('after the closing one may be fewer or switch form, and not more', async () => {
      const occasion = await occasionOn(ground.sql, { digital: 8, physical: 8 });
      const [id, waits] = [await booked(occasion, 2), await booked(occasion, 7, { p_wait: true })];
      await ground.sql('update public.occasion set booking_closed_at = now() where id = $1', [occasion.id]);
      expect(await acts.change(id, { seats: 3 })).toEqual({ ok: false, reason: 'closed' });
      expect(await acts.change(id, { form: 'physical', seats: 3 })).toEqual({ ok: false, reason: 'closed' });
      expect(await acts.change(waits, { form: 'physical', seats: 7 })).toEqual({ ok: false, reason: 'closed' });
      expect(await acts.change(id, { form: 'physical', seats: 1 })).toMatchObject({ ok: true, form: 'physical' });
      expect(await acts.change(waits, { seats: 6 })).toMatchObject({ ok: true });
    });

    test('who is offered seats and needs fewer keeps the offer, and the rest goes on', async () => {
      const occasion = await occasionOn(ground.sql, { digital: 3 });
      const first = await booked(occasion, 3);
      const [second, third] = [await booked(occasion, 3, { p_wait: true }), await booked(occasion, 1, { p_wait: true })];
      await acts.act(first, 'cancel');
      expect(await acts.change(second, { seats: 2 })).toMatchObject({ ok: true, state: 'waiting' });
      expect((await acts.view(second)).line).toMatchObject({ state: 'offered', seats: 2 });
      expect((await acts.view(third)).line).toMatchObject({ state: 'offered' });
      expect(await events(second)).toContain('line_changed {"form": "digital", "seats": 2}');
    });

    test('who waits and wishes a form that is not held keeps the place', async () => {
      const occasion = await occasionOn(ground.sql, { digital: 1 });
      await booked(occasion);
      const waits = await booked(occasion, 1, { p_wait: true });
      expect(await acts.change(waits, { form: 'physical' })).toEqual({ ok: false, reason: 'not_this_form' });
      expect((await acts.view(waits)).line).toMatchObject({ state: 'waiting', place: 1 });
    });
  });

  describe('when it has begun', () => {
    test('an offer is over, also when the beginning was moved', async () => {
      const occasion = await occasionOn(ground.sql, { digital: 1 });
      const first = await booked(occasion);
      const second = await booked(occasion, 1, { p_wait: true });
      await acts.act(first, 'cancel');
      await move(occasion.sessions[0], -0.5);
      expect(await acts.act(second, 'accept')).toMatchObject({ ok: false, reason: 'no_offer' });
    });

    test('needs are told to nobody who is not expected', async () => {
      const occasion = await occasionOn(ground.sql);
      const [gone, late] = [await booked(occasion), await booked(occasion)];
      await acts.act(gone, 'cancel');
      expect(await acts.needs(gone, { food: 'Nötter' })).toEqual({ ok: false, reason: 'ended' });
      await move(occasion.sessions[0], -3);
      expect(await acts.needs(late, { food: 'Nötter' })).toEqual({ ok: false, reason: 'over' });
      expect(await ground.sql('select from private.booking_need where booking_id in ($1, $2)', [gone, late])).toEqual([]);
    });
  });
});
