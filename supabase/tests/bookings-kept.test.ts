import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { GATE, type Ground, grounds } from './support/grounds.ts';
import { endBookings, linkKey, type Occasion, occasionOn, visitor } from './support/occasions.ts';

const HOUR = 3_600_000;
const NEEDS = JSON.stringify({
  access: ['hearing_loop'],
  accessText: 'Nära dörren',
  food: 'Ingen fisk',
  question: 'Får vi fika?',
});

describe.each(grounds)('how long a booking is kept on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
    await endBookings(ground.sql);
  });
  afterAll(() => ground?.stop());

  const at = (hours: number) => ({ p_now: new Date(Date.now() + hours * HOUR).toISOString() });
  /** So many days after the hour of a session in ten days. */
  const forget = (days: number) =>
    given<{ needs: number; visitors: number }>(ground.service.rpc('forget_booking_needs', at(241 + days * 24)));
  const text = async (of: string, id: string) => JSON.stringify(await ground.sql(of, [id]));
  const needsOf = (id: string) => text('select * from private.booking_need where booking_id = $1', id);
  const bookFor = async (occasion: Occasion, more: Parameters<typeof visitor>[2] = {}) => {
    const args = visitor(occasion, 2, { p_needs: NEEDS, p_name: 'Vera Exempelgren', p_organisation: 'Byalaget', ...more });
    expect(await given(ground.anon.rpc('book_as_visitor', args))).toMatchObject({ ok: true });
    return args;
  };
  const atHome = async (occasion: Occasion, people: object[], more: object = {}) => {
    const id = randomUUID();
    const answer = await given(
      cast.as('adultA').rpc('book_for_home', {
        ...{ p_id: id, p_number: occasion.number, p_form: 'digital', p_needs: NEEDS, p_wait: false, p_despite: false },
        ...{ p_people: JSON.stringify(people), ...more },
      }),
    );
    expect(answer).toMatchObject({ ok: true });
    return id;
  };
  const booking = async (id: string) =>
    (
      await ground.sql<{ state: string; seats: number; people: number; names: string | null }>(
        `select b.state, b.seats, count(p.id)::integer as people, string_agg(p.name, ', ' order by p.ord) as names
         from public.booking b left join public.booking_person p on p.booking_id = b.id where b.id = $1 group by b.id`,
        [id],
      )
    )[0];
  /** As private.erase_member finds them: left or erased, without the home's lock. */
  const leaves = (id: string) =>
    ground.sql(`update public.household_member set left_at = now() where id = $1`, [id]).then(() => undefined);
  const giveBack = (hours = 1) => given<number>(ground.service.rpc('give_back_seats', at(hours)));

  test('needs go thirty days after the last session, and the booking stays', async () => {
    const { p_id } = await bookFor(await occasionOn(ground.sql));
    await forget(29);
    expect(await needsOf(p_id)).toContain('Ingen fisk');
    expect((await forget(31)).needs).toBeGreaterThan(0);
    expect(await needsOf(p_id)).toBe('[]');
    expect(await booking(p_id)).toMatchObject({ state: 'booked', seats: 2, names: 'Vera Exempelgren' });
  });

  test('the last session counts, not the first', async () => {
    const { p_id } = await bookFor(await occasionOn(ground.sql, { sessions: [240, 240 + 20 * 24] }));
    await forget(49);
    expect(await needsOf(p_id)).toContain('Ingen fisk');
    await forget(51);
    expect(await needsOf(p_id)).toBe('[]');
  });

  test('who the visitors were goes ninety days after; how many they were stays', async () => {
    const occasion = await occasionOn(ground.sql, { digital: 2 });
    const first = await bookFor(occasion);
    const second = await bookFor(occasion, { p_wait: true });
    await forget(89);
    expect(await booking(first.p_id)).toMatchObject({ names: 'Vera Exempelgren' });
    expect((await forget(91)).visitors).toBeGreaterThanOrEqual(2);
    for (const { p_id, p_email } of [first, second]) {
      const left = [
        await text('select * from public.booking where id = $1', p_id),
        await text('select * from public.booking_person where booking_id = $1', p_id),
        await text('select * from public.seat_wish where booking_id = $1', p_id),
        await text('select * from public.booking_event where booking_id = $1', p_id),
        await text('select * from public.mail where recipient = $1', p_email),
        await text(`select * from public.mail where payload ->> 'booking' = $1`, p_id),
      ].join();
      expect(left).not.toMatch(/vera|exempel|byalaget/i);
      expect(await booking(p_id)).toMatchObject({ seats: 2, people: 2, names: null });
      const link = { p_gate: GATE, p_id, p_key: linkKey(p_id) };
      expect((await ground.anon.rpc('visitor_booking', link)).error?.code).toBe('42501');
    }
    // A mail that waited is not sent to nobody.
    const waiting = await ground.sql(`select from public.mail where recipient = 'erased@invalid' and state = 'waiting'`);
    expect(waiting).toEqual([]);
    await forget(92);
    expect((await forget(92)).visitors).toBe(0);
  });

  test('a visitor who cancelled is forgotten from then on, and not when the day itself has been', async () => {
    const { p_id } = await bookFor(await occasionOn(ground.sql, { sessions: [200 * 24] }));
    const link = { p_gate: GATE, p_id, p_key: linkKey(p_id) };
    await given(ground.anon.rpc('act_on_visitor_booking', { ...link, p_act: 'cancel' }));
    await given(ground.service.rpc('forget_booking_needs', at(91 * 24)));
    expect(await needsOf(p_id)).toBe('[]');
    expect(await booking(p_id)).toMatchObject({ state: 'cancelled', names: null });
  });

  test('a home’s bookings stay with the home, without what they needed', async () => {
    const { adultA } = cast.people;
    const id = await atHome(await occasionOn(ground.sql), [{ member: adultA.id }]);
    await forget(400);
    expect(await needsOf(id)).toBe('[]');
    expect(await booking(id)).toMatchObject({ state: 'booked', people: 1 });
    expect((await booking(id))?.names).not.toBeNull();
    expect(await given(cast.as('adultA').rpc('my_booking', { p_id: id }))).toMatchObject({ booking: id });
  });

  test('an adult’s copy has what they have booked, and not what another adult has for themselves', async () => {
    const { adultA } = cast.people;
    await atHome(await occasionOn(ground.sql, { title: 'Kvällen om sömn' }), [{ member: adultA.id }]);
    const copyOf = async (person: 'adultA' | 'adultB') =>
      (await given<{ bookings: { state: string }[] }>(cast.as(person).rpc('my_copy'))).bookings.filter(
        ({ state }) => state !== 'cancelled',
      );
    expect(await copyOf('adultA')).toMatchObject([
      { title: 'Kvällen om sömn', form: 'digital', seats: 1, state: 'booked', access: ['hearing_loop'], food: 'Ingen fisk' },
    ]);
    expect(await copyOf('adultB')).toEqual([]);
  });

  test('seats ahead of who has left alone go to the next in line', async () => {
    const { adultA } = cast.people;
    const occasion = await occasionOn(ground.sql, { digital: 1 });
    const id = await atHome(occasion, [{ member: adultA.id }]);
    const next = await bookFor(occasion, { p_wait: true, p_people: JSON.stringify([{ name: 'Vera' }]) });
    expect(await giveBack()).toBe(0);
    await leaves(adultA.id);
    expect(await giveBack()).toBe(1);
    expect(await giveBack()).toBe(0);
    expect(await booking(id)).toMatchObject({ state: 'cancelled' });
    const link = { p_gate: GATE, p_id: next.p_id, p_key: linkKey(next.p_id) };
    expect(await given(ground.anon.rpc('visitor_booking', link))).toMatchObject({ line: { state: 'offered' } });
    // Who has left hears nothing.
    expect(
      await text(`select template from public.mail where template = 'booking_cancelled' and member_id = $1`, adultA.id),
    ).toBe('[]');
  });

  test('another adult keeps a seat, and children theirs', async () => {
    const { adultA, adultB } = cast.people;
    const occasion = await occasionOn(ground.sql, { children: true });
    const id = await atHome(occasion, [{ member: adultA.id }, { member: adultB.id }, { age: 7 }]);
    await leaves(adultA.id);
    expect(await giveBack()).toBe(1);
    expect(await giveBack()).toBe(0);
    expect(await booking(id)).toMatchObject({ state: 'booked', seats: 2, people: 2 });
    expect(await given(cast.as('adultB').rpc('my_booking', { p_id: id }))).toMatchObject({ seats: 2 });
  });

  test('an offer is not lost because somebody else has left: the seat goes when it is answered', async () => {
    const { adultA, adultB } = cast.people;
    const occasion = await occasionOn(ground.sql, { digital: 2 });
    const first = await bookFor(occasion);
    const id = await atHome(occasion, [{ member: adultA.id }, { member: adultB.id }], { p_wait: true });
    const link = { p_gate: GATE, p_id: first.p_id, p_key: linkKey(first.p_id) };
    await given(ground.anon.rpc('act_on_visitor_booking', { ...link, p_act: 'cancel' }));
    await leaves(adultA.id);
    expect(await giveBack()).toBe(0);
    expect(await given(cast.as('adultB').rpc('act_on_my_booking', { p_id: id, p_act: 'accept' }))).toMatchObject({
      state: 'booked',
    });
    expect(await giveBack()).toBe(1);
    expect(await booking(id)).toMatchObject({ state: 'booked', seats: 1, people: 1 });
  });

  test('what has begun is left as it was', async () => {
    const { adultA } = cast.people;
    const id = await atHome(await occasionOn(ground.sql), [{ member: adultA.id }]);
    await leaves(adultA.id);
    expect(await giveBack(240.5)).toBe(0);
    expect(await booking(id)).toMatchObject({ state: 'booked' });
  });

  test('erasing a member takes the name, the needs and the mails of the bookings, and leaves the number', async () => {
    const { other } = cast.people;
    const occasion = await occasionOn(ground.sql);
    const id = randomUUID();
    await given(
      cast.as('other').rpc('book_for_home', {
        ...{ p_id: id, p_number: occasion.number, p_form: 'digital', p_needs: NEEDS, p_wait: false, p_despite: false },
        p_people: JSON.stringify([{ member: other.id }]),
      }),
    );
    expect((await booking(id))?.names).toBeTruthy();
    await given(cast.as('other').rpc('make_request', { p_kind: 'erasure', p_wish: 'Ta bort mig' }));
    const [request] = await given<{ id: string }[]>(cast.as('other').rpc('my_requests'));
    const decision = { p_request: request?.id ?? '', p_decision: 'granted', p_reason: 'Ni har bett om det' } as const;
    await given(cast.as('own').rpc('decide_request', { p_number: cast.fresh, ...decision }));
    expect(await needsOf(id)).toBe('[]');
    expect(await booking(id)).toMatchObject({ state: 'booked', people: 1, names: null });
    const mails = await ground.sql<{ template: string; recipient: string; payload: object }>(
      'select template, recipient, payload from public.mail where member_id = $1',
      [other.id],
    );
    const [booked] = mails.filter(({ template }) => template === 'booking_confirmed');
    expect(booked).toMatchObject({ recipient: 'erased@invalid', payload: {} });
    // The answer to the request has to arrive.
    expect(mails.find(({ template }) => template === 'request_decided')?.recipient).toBe(other.email);
    expect(await giveBack()).toBeGreaterThan(0);
    expect(await booking(id)).toMatchObject({ state: 'cancelled' });
  });
});
