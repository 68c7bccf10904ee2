import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given, isRefused } from './support/answers.ts';
import { type Cast, castOn, type Person } from './support/cast.ts';
import { GATE, type Ground, grounds } from './support/grounds.ts';
import { linkKey, type Occasion, occasionOn, visitor } from './support/occasions.ts';
import { hash } from './support/registration.ts';

type Row = {
  id: string;
  state: string;
  seats: number;
  name?: string;
  home?: number;
  related?: boolean;
  people: { id: string; name?: string; age?: number; marks: Record<string, string> }[];
  mail?: { template: string; states: string[] };
};
type List = { bookings: Row[]; physical: { seats: number; free: number } | null };

describe.each(grounds)('participants on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const asVisitor = async (occasion: Occasion, seats = 1, more = {}) => {
    const args = visitor(occasion, seats, more);
    expect(await given(ground.anon.rpc('book_as_visitor', args))).toMatchObject({ ok: true });
    return args;
  };
  const asHome = async (occasion: Occasion, more: object = {}) => {
    const p_id = randomUUID();
    const people = [{ member: cast.people.adultA.id }, { member: cast.people.adultB.id }];
    const args = { p_id, p_number: occasion.number, p_form: 'digital' as const, p_people: JSON.stringify(people), ...more };
    expect(
      await given(cast.as('adultA').rpc('book_for_home', { p_needs: '{}', p_wait: false, p_despite: false, ...args })),
    ).toMatchObject({ ok: true });
    return p_id;
  };
  const list = (person: Person, { number }: Pick<Occasion, 'number'>) =>
    given<List>(cast.as(person).rpc('participants', { p_number: number }));
  const logged = (action: string) =>
    ground.sql<{ staff_id: string; details: string; ground: string | null }>(
      'select staff_id, details, ground from public.access_log where household_id = $1 and action = $2::public.access_action order by id',
      [cast.homeId, action],
    );
  const mailsOf = async (booking: string) =>
    (
      await ground.sql<{ template: string }>(
        `select template from public.mail where payload ->> 'booking' = $1 order by template::text`,
        [booking],
      )
    ).map(({ template }) => template);
  const add = (person: Person, occasion: Occasion, more: object = {}) =>
    given<{ ok: boolean; reason?: string; state?: string; inLine?: number }>(
      cast.as(person).rpc('add_booking', {
        p_number: occasion.number,
        p_id: randomUUID(),
        p_form: 'digital',
        p_people: JSON.stringify([{ name: 'Vera Exempelgren' }]),
        p_needs: '{}',
        p_name: 'Vera Exempelgren',
        p_wait: false,
        p_despite: false,
        ...more,
      }),
    );

  describe('the list', () => {
    test('says who comes, whether the mail arrived, and that each home on it was listed, once', async () => {
      const occasion = await occasionOn(ground.sql, { audience: ['everyone'] });
      const { p_id } = await asVisitor(occasion, 2);
      const home = await asHome(occasion);
      const views = await Promise.all([list('colleague', occasion), list('colleague', occasion), list('own', occasion)]);
      const rows = Object.fromEntries(views[0].bookings.map((row) => [row.id, row]));
      expect(rows[p_id]).toMatchObject({
        seats: 2,
        name: 'Vera Exempelgren',
        mail: { template: 'booking_confirmed', states: ['waiting'] },
      });
      expect(rows[home]).toMatchObject({ home: cast.home, people: [{ name: expect.stringContaining(' ') }, {}] });
      await list('colleague', occasion);
      const lines = (await logged('listed')).map(({ staff_id, details, ground: on }) => [staff_id, details, on]);
      expect(lines).toHaveLength(2);
      expect(lines).toContainEqual([cast.people.colleague.id, String(occasion.number), null]);
      expect(lines).toContainEqual([cast.people.own.id, String(occasion.number), 'coordinator']);
    });

    test('names nobody of a home to who is related to it, and notes nothing', async () => {
      const occasion = await occasionOn(ground.sql);
      const home = await asHome(occasion, { p_needs: JSON.stringify({ food: 'Nötter' }) });
      const [row] = (await list('related', occasion)).bookings;
      expect(row).toMatchObject({ id: home, related: true, seats: 2 });
      expect(JSON.stringify(row)).not.toMatch(/sson|"home"|"name"/);
      expect(await given(cast.as('related').rpc('occasion_needs', { p_number: occasion.number }))).toMatchObject({
        needs: [],
        hidden: 1,
      });
      expect(await logged('listed')).toEqual([]);
      expect(await isRefused(cast.as('related').rpc('cancel_by_hand', { p_id: home }))).toBe(true);
      expect(await given(cast.as('own').rpc('occasion_needs', { p_number: occasion.number }))).toMatchObject({
        needs: [{ food: 'Nötter', home: cast.home }],
        hidden: 0,
      });
    });

    test('of a round that is changed keeps what was noted of who stays', async () => {
      const occasion = await occasionOn(ground.sql, { sessions: [1, 240] });
      const { p_id } = await asVisitor(occasion, 3);
      const [before] = (await list('own', occasion)).bookings;
      const first = before?.people[0]?.id ?? '';
      await mark('own', occasion, [{ person: first, state: 'attended' }]);
      const people = JSON.stringify([{}, { name: 'Vera Exempelgren' }]);
      await ground.sql(`select private.change_booking($1, 'digital', $2::text::jsonb, null, false, 'staff')`, [p_id, people]);
      const [after] = (await list('own', occasion)).bookings;
      expect(after?.people).toHaveLength(2);
      expect(after?.people[1]).toMatchObject({ id: first, marks: { [occasion.sessions[0] ?? '']: 'attended' } });
    });
  });

  const mark = (person: Person, occasion: Occasion, marks: object[], at = 0) =>
    given<{ ok: boolean; reason?: string; came?: number; expected?: number; marks?: Record<string, string | null> }>(
      cast.as(person).rpc('mark_attendance', { p_session: occasion.sessions[at] ?? '', p_marks: JSON.stringify(marks) }),
    );
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

  describe('attendance', () => {
    const seated = async (seats: number) => {
      const occasion = await occasionOn(ground.sql, { digital: 40, sessions: [1], largestParty: 20 });
      await asVisitor(occasion, seats);
      const [row] = (await list('own', occasion)).bookings;
      return { occasion, ids: row?.people.map(({ id }) => id) ?? [], booking: row?.id ?? '' };
    };

    test('the later press wins, whichever comes first; the same twice is once; what is taken back stays so', async () => {
      const { occasion, ids } = await seated(3);
      const [one, two, three] = ids;
      expect(await mark('own', occasion, [{ person: one, state: 'attended', at: ago(10) }])).toMatchObject({
        came: 1,
        expected: 3,
      });
      // Taken back on the other phone, whose net is quick; the first phone sends once more what it pressed before.
      await mark('colleague', occasion, [{ person: one, state: null, at: ago(5) }]);
      expect(await mark('own', occasion, [{ person: one, state: 'attended', at: ago(10) }])).toMatchObject({ came: 0 });
      // Older than what was pressed after it, although it comes later.
      await mark('own', occasion, [{ person: two, state: 'attended', at: ago(2) }]);
      expect(await mark('colleague', occasion, [{ person: two, state: 'absent', at: ago(60) }])).toMatchObject({
        marks: { [two ?? '']: 'attended' },
      });
      // In one call the last press counts, and a clock that goes ahead does not win for ever.
      const ahead = new Date(Date.now() + 3_600_000).toISOString();
      await mark('own', occasion, [
        { person: three, state: 'absent', at: ahead },
        { person: three, state: 'attended', at: ago(3) },
      ]);
      expect(await mark('colleague', occasion, [{ person: three, state: 'attended' }])).toMatchObject({
        marks: { [three ?? '']: 'attended' },
      });
      const [row] = await ground.sql<{ noted_by: string }>('select noted_by from public.attendance where person_id = $1', [
        three,
      ]);
      expect(row?.noted_by).toBe(cast.people.colleague.id);
    });

    test('two phones that send hundreds of presses at once lose none and double none', async () => {
      const occasion = await occasionOn(ground.sql, { digital: 200, sessions: [1], largestParty: 20 });
      for (let party = 0; party < 8; party += 1) await asVisitor(occasion, 20);
      const ids = (await list('own', occasion)).bookings.flatMap(({ people }) => people.map(({ id }) => id));
      const presses = Array.from({ length: 640 }, (_, nr) => ({
        person: ids[Math.floor(Math.random() * ids.length)] ?? '',
        state: [null, 'attended', 'absent'][nr % 3] as string | null,
        at: new Date(Date.now() - 60_000 + nr * 50).toISOString(),
      }));
      const last = new Map(presses.map(({ person, state }) => [person, state]));
      const shuffled = presses.map((press) => ({ press, by: Math.random() })).sort((a, b) => a.by - b.by);
      const calls = Array.from({ length: 80 }, (_, nr) => shuffled.slice(nr * 8, nr * 8 + 8).map(({ press }) => press));
      // Some calls are sent twice: the answer to the first was lost on its way.
      const sent = [...calls, ...calls.slice(0, 20)].map((marks, nr) => mark(nr % 2 ? 'own' : 'colleague', occasion, marks));
      await Promise.all(sent);
      const told = await mark('own', occasion, []);
      expect(told.expected).toBe(160);
      expect(told.marks).toEqual(Object.fromEntries(ids.map((id) => [id, last.get(id) ?? null])));
      expect(told.came).toBe([...last.values()].filter((state) => state === 'attended').length);
    });

    test('the rest are noted as missing at once, and a press that is still on its way wins over that', async () => {
      const { occasion, ids } = await seated(4);
      const [here, late, back, gone] = ids;
      const rest = () => given(cast.as('own').rpc('mark_rest_absent', { p_session: occasion.sessions[0] ?? '' }));
      expect(await rest()).toEqual({ ok: false, reason: 'too_early' });
      await ground.sql(`update public.occasion_session set starts_at = now() - interval '5 minutes' where occasion_id = $1`, [
        occasion.id,
      ]);
      await mark('own', occasion, [{ person: here, state: 'attended', at: ago(60) }]);
      await mark('own', occasion, [{ person: back, state: 'attended', at: ago(50) }]);
      await mark('own', occasion, [{ person: back, state: null, at: ago(40) }]);
      expect(await rest()).toMatchObject({
        came: 1,
        marks: { [here ?? '']: 'attended', [late ?? '']: 'absent', [back ?? '']: 'absent', [gone ?? '']: 'absent' },
      });
      await mark('colleague', occasion, [{ person: late, state: 'attended', at: ago(400) }]);
      expect(await mark('colleague', occasion, [{ person: back, state: 'attended', at: ago(20) }])).toMatchObject({ came: 3 });
      expect(await rest()).toMatchObject({ came: 3 });
    });

    test('nobody is there the day before, nor who is not booked, and who is related marks nobody of the home', async () => {
      const { occasion, ids, booking } = await seated(1);
      const later = await occasionOn(ground.sql, { sessions: [20] });
      expect(await mark('own', later, [])).toEqual({ ok: false, reason: 'too_early' });
      expect(await mark('own', { ...later, sessions: [randomUUID()] }, [])).toEqual({ ok: false, reason: 'missing' });
      const stranger = await seated(1);
      await mark('own', occasion, [{ person: stranger.ids[0], state: 'attended' }]);
      await given(cast.as('own').rpc('cancel_by_hand', { p_id: booking }));
      expect(await mark('own', occasion, [{ person: ids[0], state: 'attended' }])).toMatchObject({
        came: 0,
        expected: 0,
        marks: {},
      });
      const home = await asHome(occasion);
      const row = (await list('own', occasion)).bookings.find(({ id }) => id === home);
      const person = row?.people[0]?.id ?? '';
      expect(await mark('related', occasion, [{ person, state: 'attended' }])).toMatchObject({ came: 0, expected: 2 });
      expect(await mark('own', occasion, [{ person, state: 'attended' }])).toMatchObject({ came: 1 });
    });
  });

  describe('by hand', () => {
    test('a visitor is added and told, also after the closing; who has booked already is said', async () => {
      const occasion = await occasionOn(ground.sql);
      await ground.sql('update public.occasion set booking_closed_at = now() where id = $1', [occasion.id]);
      const email = `${randomUUID()}@exempel.example`;
      const args = { p_id: randomUUID(), p_email: email, p_email_key: email, p_key_hash: hash('key') };
      expect(await add('colleague', occasion, args)).toMatchObject({ ok: true, state: 'booked' });
      expect(await add('colleague', occasion, args)).toMatchObject({ ok: true, state: 'booked' });
      expect(await mailsOf(args.p_id)).toEqual(['booking_confirmed']);
      expect(await add('colleague', occasion, { ...args, p_id: randomUUID() })).toEqual({ ok: false, reason: 'booked_already' });
      expect(await add('colleague', occasion, { ...args, p_id: randomUUID(), p_despite: true })).toMatchObject({ ok: true });
    });

    test('what could not be cancelled by hand, as it is over, is in no log', async () => {
      const occasion = await occasionOn(ground.sql);
      const booking = await asHome(occasion);
      await ground.sql(
        `update public.occasion_session set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day' where occasion_id = $1`,
        [occasion.id],
      );
      expect(await given(cast.as('own').rpc('cancel_by_hand', { p_id: booking }))).toMatchObject({ ok: false, reason: 'over' });
      expect(await logged('changed')).toEqual([]);
    });

    test('a home is added by its number, for its own adults alone, and what was done is in the log', async () => {
      const occasion = await occasionOn(ground.sql, { audience: ['foster_homes'] });
      const p_people = JSON.stringify([{ member: cast.people.adultB.id }]);
      // A refusal tells something of the home too.
      expect(await add('colleague', occasion, { p_home: cast.home, p_people })).toEqual({ ok: false, reason: 'not_for_you' });
      expect(await logged('listed')).toHaveLength(1);
      expect(
        await given(cast.as('colleague').rpc('home_to_book', { p_number: occasion.number, p_home: cast.home })),
      ).toMatchObject({
        ok: true,
        isFor: false,
        adults: expect.arrayContaining([expect.objectContaining({ id: cast.people.adultB.id })]),
      });
      expect(await add('colleague', occasion, { p_home: cast.home, p_people })).toEqual({ ok: false, reason: 'not_for_you' });
      expect(await add('colleague', occasion, { p_home: cast.home, p_people, p_despite: true })).toMatchObject({ ok: false });
      expect(await logged('changed')).toEqual([]);
      expect(await add('colleague', occasion, { p_home: cast.home, p_people, p_may: true })).toMatchObject({ ok: true });
      const own = await given<{ occasion: number; isFor: boolean }[]>(cast.as('adultB').rpc('my_bookings'));
      expect(own.find((one) => one.occasion === occasion.number)).toMatchObject({ isFor: false });
      expect(await logged('changed')).toMatchObject([{ details: 'booking_made', staff_id: cast.people.colleague.id }]);
      expect(await logged('listed')).toHaveLength(1);
      expect(await add('related', occasion, { p_home: cast.home, p_people })).toEqual({ ok: false, reason: 'no_home' });
      const other = JSON.stringify([{ member: cast.people.other.id }]);
      const sent = { p_number: occasion.number, p_id: randomUUID(), p_form: 'digital' as const, p_people: other, p_needs: '{}' };
      expect(
        await isRefused(
          cast.as('own').rpc('add_booking', { ...sent, p_home: cast.home, p_wait: false, p_despite: true, p_may: true }),
        ),
      ).toBe(true);
    });

    test('a home for which it is not is told of a clash and of a line as any other', async () => {
      const occasion = await occasionOn(ground.sql, { digital: 2, audience: ['foster_homes'], sessions: [1] });
      const home = { p_home: cast.home, p_people: JSON.stringify([{ member: cast.people.adultA.id }]), p_may: true };
      const elsewhere = await occasionOn(ground.sql, { sessions: [1] });
      const clash = await asHome(elsewhere);
      expect(await add('own', occasion, home)).toMatchObject({ ok: false, reason: 'overlaps' });
      await given(cast.as('own').rpc('cancel_by_hand', { p_id: clash }));
      expect(await add('own', occasion)).toMatchObject({ ok: true });
      const two = JSON.stringify([{ name: 'Vera Exempelgren' }, {}]);
      expect(await add('own', occasion, { p_people: two, p_wait: true })).toMatchObject({ ok: true, state: 'waiting' });
      const door = { ...home, p_door: occasion.sessions[0] };
      expect(await add('own', occasion, door)).toMatchObject({ ok: false, reason: 'line', inLine: 1 });
      expect(await add('own', occasion, { ...door, p_despite: true })).toMatchObject({ ok: true, state: 'booked' });
    });

    test('who stands at the door is booked and there in one act, past a line but never over capacity', async () => {
      const occasion = await occasionOn(ground.sql, { digital: null, physical: 3, sessions: [1] });
      const door = { p_form: 'physical', p_door: occasion.sessions[0] };
      const seated = await asVisitor(occasion, 2, { p_form: 'physical' });
      const waits = await asVisitor(occasion, 2, { p_form: 'physical', p_wait: true });
      expect(await add('own', occasion, door)).toMatchObject({ ok: false, reason: 'line', inLine: 1 });
      const p_id = randomUUID();
      expect(await add('own', occasion, { ...door, p_id, p_despite: true })).toMatchObject({ ok: true, state: 'booked' });
      expect(await mailsOf(p_id)).toEqual([]);
      expect(await mark('own', occasion, [])).toMatchObject({ came: 1, expected: 3 });
      expect(await add('own', occasion, { ...door, p_despite: true })).toMatchObject({ ok: false, reason: 'full', inLine: 1 });
      await given(cast.as('own').rpc('cancel_by_hand', { p_id: seated.p_id }));
      const rows = (await list('own', occasion)).bookings;
      expect(rows.find(({ id }) => id === waits.p_id)).toMatchObject({ state: 'waiting', line: { state: 'offered' } });
      expect(await add('own', occasion, { ...door, p_despite: true })).toMatchObject({ ok: false, reason: 'full' });
    });

    test('who comes to one evening of a course is let in to the seat that there is, however that evening is held', async () => {
      const course = await occasionOn(ground.sql, { digital: null, physical: 3, sessions: [1, 240] });
      await ground.sql(`update public.occasion_session set form = 'digital' where id = $1`, [course.sessions[0]]);
      const door = { p_form: 'physical', p_door: course.sessions[0], p_session: course.sessions[0] };
      expect(await add('own', course, door)).toMatchObject({ ok: true, state: 'booked' });
    });

    test('nobody is let in at a door that is not open', async () => {
      const occasion = await occasionOn(ground.sql, { digital: null, physical: 3, sessions: [48] });
      const door = { p_form: 'physical', p_door: occasion.sessions[0] };
      expect(await add('own', occasion, door)).toEqual({ ok: false, reason: 'too_early' });
      expect((await list('own', occasion)).bookings).toEqual([]);
    });
  });

  describe('moving', () => {
    const move = (person: Person, p_id: string, to: Occasion, more: object = {}) =>
      given<{ ok: boolean; reason?: string }>(
        cast.as(person).rpc('move_booking', {
          ...{ p_id, p_to: to.number, p_new: randomUUID(), p_form: 'digital', p_wait: false, p_despite: false },
          ...more,
        }),
      );

    test('takes a seat there and gives the one here on, with a link of its own', async () => {
      const [here, there] = [await occasionOn(ground.sql, { digital: 2 }), await occasionOn(ground.sql)];
      const moved = await asVisitor(here, 2, { p_needs: JSON.stringify({ access: ['hearing_loop'] }) });
      const next = await asVisitor(here, 1, { p_wait: true });
      const p_new = randomUUID();
      const args = { p_new, p_key_hash: hash(linkKey(p_new)) };
      expect(await move('own', moved.p_id, there, args)).toMatchObject({ ok: true });
      expect(await move('own', moved.p_id, there, args)).toMatchObject({ ok: true });
      expect(await mailsOf(moved.p_id)).toEqual(['booking_cancelled', 'booking_confirmed']);
      expect(await mailsOf(p_new)).toEqual(['booking_confirmed']);
      expect(await mailsOf(next.p_id)).toContain('booking_offer');
      const view = await given(
        ground.anon.rpc('visitor_booking', { p_gate: GATE, p_id: p_new, p_key: hash(linkKey(p_new)) }),
      ).catch(() => undefined);
      expect(view).toBeUndefined();
      expect(await given(ground.anon.rpc('visitor_booking', { p_gate: GATE, p_id: p_new, p_key: linkKey(p_new) }))).toMatchObject(
        { state: 'booked', seats: 2, needs: { access: ['hearing_loop'] }, occasion: there.number },
      );
    });

    test('to what is full changes nothing here, and tells nobody anything', async () => {
      const [here, there] = [await occasionOn(ground.sql), await occasionOn(ground.sql, { digital: 2 })];
      await asVisitor(there);
      const home = await asHome(here);
      expect(await move('own', home, there)).toMatchObject({ ok: false, reason: 'full' });
      expect((await list('own', here)).bookings).toMatchObject([{ id: home, state: 'booked' }]);
      expect(await mailsOf(home)).toEqual(['booking_confirmed', 'booking_confirmed']);
      expect(await logged('changed')).toEqual([]);
      expect(await move('own', home, here)).toEqual({ ok: false, reason: 'same' });
      expect(await move('own', home, there, { p_wait: true })).toMatchObject({ ok: true, state: 'waiting' });
      expect(await logged('changed')).toMatchObject([{ details: 'booking_moved' }]);
      expect((await list('own', here)).bookings).toMatchObject([{ id: home, state: 'cancelled', endedWhy: 'moved_away' }]);
    });

    test('in both directions at once keeps every seat', async () => {
      const [one, two] = [await occasionOn(ground.sql, { digital: 12 }), await occasionOn(ground.sql, { digital: 12 })];
      const inOne = [];
      const inTwo = [];
      for (let nr = 0; nr < 8; nr += 1) {
        inOne.push((await asVisitor(one)).p_id);
        inTwo.push((await asVisitor(two)).p_id);
      }
      const moves = [...inOne.map((id) => move('own', id, two)), ...inTwo.map((id) => move('colleague', id, one))];
      const answers = await Promise.all(moves);
      const lists = [await list('own', one), await list('own', two)];
      const booked = lists.map(({ bookings }) => bookings.filter(({ state }) => state === 'booked').length);
      expect(booked[0]).toBeLessThanOrEqual(12);
      expect(booked[1]).toBeLessThanOrEqual(12);
      expect((booked[0] ?? 0) + (booked[1] ?? 0)).toBe(16);
      expect(answers.every(({ ok, reason }) => ok || reason === 'full')).toBe(true);
    });
  });

  test('how a year went: who came to one evening came, and where nobody was noted nothing is said', async () => {
    const year = new Date(Date.now() - 48 * 3_600_000).getFullYear();
    const [noted, unnoted] = [
      await occasionOn(ground.sql, { digital: 8, sessions: [1] }),
      await occasionOn(ground.sql, { digital: 8, sessions: [1] }),
    ];
    await asVisitor(noted, 3);
    await asVisitor(unnoted, 2);
    const [row] = (await list('own', noted)).bookings;
    await mark('own', noted, [{ person: row?.people[0]?.id, state: 'attended' }]);
    await ground.sql(
      `update public.occasion_session set starts_at = starts_at - interval '49 hours', ends_at = ends_at - interval '49 hours'
       where occasion_id = any ($1::uuid[])`,
      [`{${noted.id},${unnoted.id}}`],
    );
    const told = await given<{ number: number }[]>(cast.as('own').rpc('turnout', { p_year: year }));
    const of = (occasion: Occasion) => told.find(({ number }) => number === occasion.number);
    expect(of(noted)).toMatchObject({ seats: 8, taken: 3, people: 3, came: 1, noted: true });
    expect(of(unnoted)).toMatchObject({ seats: 8, taken: 2, people: 2, came: 0, noted: false });
  });
});
