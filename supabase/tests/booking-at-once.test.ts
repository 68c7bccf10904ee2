import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manyConnections, speakingAs } from './support/at-once.ts';
import { brokenBetween, brokenNow, taken } from './support/booking-laws.ts';
import { type Cast, newCast } from './support/cast.ts';
import type { Ground } from './support/grounds.ts';
import { occasionNow } from './support/occasion-now.ts';
import { type Form, type Occasion, occasionOn, visitor } from './support/occasions.ts';
import { type Answer, called, RESIZE, resize, visitorActs } from './support/visitor-acts.ts';

/** Hundreds of clients, each with an open connection to a real PostgreSQL, at the same moment on the same occasion. */
const CLIENTS = 300;

let many: Awaited<ReturnType<typeof manyConnections>>;
let run: Ground['sql'];
let acts: ReturnType<typeof visitorActs>;
beforeAll(async () => {
  many = await manyConnections(CLIENTS + 10);
  run = (async (text: string, params: unknown[] = []) => await many.sql.unsafe(text, params as never[])) as Ground['sql'];
  acts = visitorActs(run);
  await newCast(run);
  await run(RESIZE);
}, 180_000);
afterAll(() => many?.stop());

const now = ({ number }: Occasion) => occasionNow(run, number);
const times = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
const count = (answers: Answer[], what: string) =>
  answers.filter(({ ok, state, reason }) => (ok ? (state ?? 'ok') : reason) === what).length;

/** Lets all begin at once; meanwhile, whatever anybody can see of the occasion keeps the laws. */
async function storm(occasion: Occasion, begin: (() => Promise<Answer>)[], andBetween = true): Promise<Answer[]> {
  let isOver = false;
  const watch = async () => {
    for (let before = await now(occasion), looks = 0; !isOver || looks === 0; looks += 1) {
      const after = await now(occasion);
      expect([...brokenNow(after), ...(andBetween ? brokenBetween(before, after) : [])]).toEqual([]);
      before = after;
    }
  };
  const all = Promise.all(begin.map((next) => next())).finally(() => {
    isOver = true;
  });
  const [answers] = await Promise.all([all, watch()]);
  expect(brokenNow(await now(occasion))).toEqual([]);
  return answers;
}

/** In each form, nobody who has had an offer or a seat from the line stood behind somebody who still waits. */
async function expectOrder({ id }: Occasion) {
  const passedBy = await run(
    `select from public.seat_wish w join public.seat_wish f on f.occasion_id = w.occasion_id and f.form = w.form and f.place < w.place
     where w.occasion_id = $1 and w.offered_at is not null and f.state = 'waiting'`,
    [id],
  );
  expect(passedBy).toEqual([]);
}

const parties = (occasion: Occasion, of = CLIENTS) =>
  times(of, (at) => visitor(occasion, 1 + (at % 4), { p_form: at % 3 ? 'digital' : 'physical', p_wait: at % 5 > 0 }));

describe('at the same moment', () => {
  test('three hundred on one seat: one has it', async () => {
    const occasion = await occasionOn(run, { digital: 1 });
    const answers = await storm(
      occasion,
      times(CLIENTS, () => () => acts.book(visitor(occasion))),
    );
    expect([count(answers, 'booked'), count(answers, 'full')]).toEqual([1, CLIENTS - 1]);
  });

  test('three hundred on one slot: one has it', async () => {
    const occasion = await occasionOn(run, { slotted: true, sessions: [240, 241] });
    const session = { p_session: occasion.sessions[1] ?? '' };
    const answers = await storm(
      occasion,
      times(CLIENTS, () => () => acts.book(visitor(occasion, 1, session))),
    );
    expect([count(answers, 'booked'), count(answers, 'slot_taken')]).toEqual([1, CLIENTS - 1]);
  });

  test('the same press three hundred times is one booking and one mail', async () => {
    const occasion = await occasionOn(run, { digital: 5 });
    const args = visitor(occasion, 2);
    const answers = await storm(
      occasion,
      times(CLIENTS, () => () => acts.book({ ...args, p_network_key: args.p_key_hash })),
    );
    expect(count(answers, 'booked')).toBeGreaterThan(0);
    expect(count(answers, 'booked') + count(answers, 'too_often')).toBe(CLIENTS);
    expect((await now(occasion)).bookings).toMatchObject([{ seats: 2, mails: ['booking_confirmed'] }]);
  });

  test('three hundred parties on few seats of two forms: all that is there is given, and the rest stand in line', async () => {
    const occasion = await occasionOn(run, { digital: 40, physical: 20 });
    await storm(
      occasion,
      parties(occasion).map((args) => () => acts.book(args)),
    );
    await expectOrder(occasion);
    const after = await now(occasion);
    for (const form of ['digital', 'physical'] as Form[]) expect(taken(after, form)).toBeLessThanOrEqual(after.seats[form] ?? 0);
  });

  test('all who are booked cancel while others book: what frees goes on in turn', async () => {
    const occasion = await occasionOn(run, { digital: 100, physical: 50 });
    const first = parties(occasion, 120);
    await storm(
      occasion,
      first.map((args) => () => acts.book(args)),
    );
    const booked = (await now(occasion)).bookings.filter(({ state }) => state === 'booked');
    const answers = await storm(occasion, [
      ...booked.map(
        ({ id }) =>
          () =>
            acts.act(id, 'cancel'),
      ),
      ...parties(occasion, CLIENTS - booked.length).map((args) => () => acts.book(args)),
    ]);
    expect(answers.filter(({ ok, reason }) => !ok && reason !== 'full')).toEqual([]);
    await expectOrder(occasion);
  });

  test('each offer is either taken, passed or over, whoever is first', async () => {
    const occasion = await occasionOn(run, { digital: 40 });
    const [full] = [visitor({ ...occasion }, 1)];
    await run('update public.occasion set largest_party = 20 where id = $1', [occasion.id]);
    await acts.book({ ...full, p_people: JSON.stringify(times(20, () => ({}))) });
    const other = visitor(occasion, 1);
    await acts.book({ ...other, p_people: JSON.stringify(times(20, () => ({}))) });
    const waiting = times(120, () => visitor(occasion, 1, { p_wait: true }));
    for (const args of waiting) await acts.book(args);
    await acts.act(full.p_id, 'cancel');
    await acts.act(other.p_id, 'cancel');
    const offered = (await now(occasion)).wishes.filter(({ state }) => state === 'offered').map(({ booking }) => booking);
    expect(offered).toHaveLength(40);
    // Half of the offers run out now, while all of them are answered, twice each, and the minute's job goes on.
    await run(
      `update public.seat_wish set offer_until = now() + interval '150 milliseconds' where occasion_id = $1 and state = 'offered' and place % 2 = 0`,
      [occasion.id],
    );
    const job = async () => {
      await run('select pg_sleep(0.12 + random() / 10)');
      await called(run, 'pass_on_offers', {});
      return { ok: true };
    };
    const answer = (id: string, at: number) => async () => {
      await run('select pg_sleep(random() / 4)');
      return acts.act(id, at % 4 ? 'accept' : 'pass');
    };
    await storm(occasion, [...offered.map(answer), ...offered.map(answer), ...times(20, () => job)]);
    const ends = await run<{ state: string }>(`select state from public.seat_wish where booking_id = any ($1::uuid[])`, [
      `{${offered.join(',')}}`,
    ]);
    expect(ends.every(({ state }) => ['accepted', 'passed', 'expired'].includes(state))).toBe(true);
    expect(new Set(ends.map(({ state }) => state)).size).toBe(3);
    await expectOrder(occasion);
  });

  test('the desk makes it larger and smaller while all book: nothing is given over what there is at that moment', async () => {
    const occasion = await occasionOn(run, { digital: 10, physical: 10 });
    const sizes = times(40, (at) => async () => {
      await run('select pg_sleep(random() / 2)');
      await resize(run, occasion.number, 10 + ((at * 7) % 60), 10 + ((at * 11) % 40));
      return { ok: true };
    });
    await storm(occasion, [...sizes, ...parties(occasion, CLIENTS - 40).map((args) => () => acts.book(args))], false);
    const before = await now(occasion);
    await storm(occasion, [
      () => resize(run, occasion.number, 5, 5).then(() => ({ ok: true })),
      ...parties(occasion, 50).map((args) => () => acts.book(args)),
    ]);
    const after = await now(occasion);
    for (const form of ['digital', 'physical'] as Form[])
      expect(taken(after, form)).toBeLessThanOrEqual(Math.max(5, taken(before, form)));
  });

  test('two who plan the same evenings the other way round both finish', async () => {
    const homes = await Promise.all(times(8, () => newCast(run)));
    for (let round = 0; round < 5; round += 1) {
      const both = await Promise.all(
        [0, 100].map((later) => occasionOn(run, { digital: 100, sessions: [240 + later + 3 * round] })),
      );
      const plan = (cast: Omit<Cast, 'as'>, who: 'adultA' | 'adultB', parts: Occasion[]) =>
        speakingAs(many.sql, cast.people[who], async (tx) => {
          const asked = parts.map(({ number }) => ({ id: randomUUID(), occasion: number, form: 'digital' }));
          const [row] = await tx<{ answer: Answer }[]>`
            select public.book_plan(${JSON.stringify(asked)}, ${JSON.stringify([{ member: cast.people[who].id }])}) as answer`;
          return row?.answer;
        });
      const answers = await Promise.all(
        homes.flatMap((cast) => [plan(cast, 'adultA', both), plan(cast, 'adultB', both.toReversed())]),
      );
      expect(answers).toEqual(answers.map(() => ({ ok: true })));
      expect((await now(both[0] as Occasion)).bookings).toHaveLength(16);
    }
  });

  test('a booking that is moved twenty times by one press, while others move the other way, is moved once', async () => {
    const { own } = (await newCast(run)).people;
    const [here, there] = [await occasionOn(run, { digital: 100 }), await occasionOn(run, { digital: 100 })];
    const theirs = [here, there].map((occasion) => times(10, () => visitor(occasion)));
    for (const args of theirs.flat()) await acts.book(args);
    const move = (id: string, to: Occasion, made: string) => () =>
      speakingAs(many.sql, own, async (tx) => {
        const [row] = await tx<{ answer: Answer }[]>`
          select public.move_booking(${id}, ${to.number}, ${made}, 'digital', false, true, p_key_hash => ${'a'.repeat(64)}) as answer`;
        return row?.answer as Answer;
      });
    const presses = theirs.flatMap((all, at) =>
      all.flatMap(({ p_id }) => {
        const made = randomUUID();
        return times(20, () => move(p_id, at ? here : there, made));
      }),
    );
    const answers = await Promise.all(presses.toSorted(() => Math.random() - 0.5).map((press) => press()));
    expect(count(answers, 'booked')).toBe(presses.length);
    for (const occasion of [here, there]) {
      const { bookings } = await now(occasion);
      expect([bookings.filter(({ state }) => state === 'booked').length, bookings.length]).toEqual([10, 20]);
    }
  });

  test('an adult withdraws and is erased while they and their partner book and cancel: nobody waits for ever', async () => {
    for (let round = 0; round < 5; round += 1) {
      const cast = await newCast(run);
      const { adultA, adultB } = cast.people;
      const occasions = await Promise.all(times(12, (at) => occasionOn(run, { digital: 4, sessions: [240 + at * 3] })));
      const both = JSON.stringify([{ member: adultA.id }, { member: adultB.id }]);
      const ids = occasions.map(() => randomUUID());
      const book = (who: typeof adultA, at: number) =>
        speakingAs(many.sql, who, async (tx) => {
          await tx`select public.book_for_home(${ids[at] ?? ''}, ${occasions[at]?.number ?? 0}, 'digital', ${both}, '{}', true, true)`;
        });
      for (const at of [0, 1, 2, 3]) await book(adultA, at);
      const cancel = (who: typeof adultA, at: number) =>
        speakingAs(many.sql, who, async (tx) => {
          await tx`select public.act_on_my_booking(${ids[at] ?? ''}, 'cancel')`;
        });
      const erase = () =>
        many.sql.begin(async (tx) => {
          await tx`select private.erase_member(m) from public.household_member m where m.id = ${adultA.id}`;
        });
      const withdraw = () => speakingAs(many.sql, adultA, async (tx) => void (await tx`select public.withdraw_own()`));
      const ended = await Promise.allSettled([
        ...[0, 1, 2, 3].map((at) => cancel(at % 2 ? adultA : adultB, at)),
        ...[4, 5, 6, 7].map((at) => book(adultA, at)),
        withdraw().then(erase),
        ...[8, 9, 10, 11].map((at) => book(adultB, at)),
      ]);
      const faults = ended.flatMap((end) => (end.status === 'rejected' ? [(end.reason as { code: string }).code] : []));
      // Who has gone is refused; nothing else may go wrong.
      expect(faults.filter((code) => code !== '42501')).toEqual([]);
      for (const occasion of occasions)
        expect(brokenNow(await now(occasion)).filter((law) => !law.includes('mailed'))).toEqual([]);
    }
  });
});
