import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Round } from '../../../../src/features/course-record/course-record.schema.ts';
import {
  earliestFinish,
  type Pick,
  sessionsFor,
  type Wish,
} from '../../../../src/features/course-record/earliest-finish.rules.ts';

const now = Temporal.Instant.from('2027-01-10T09:00:00Z');
const hour = (at: number) => now.add({ hours: at });
const span = (at: number, hours = 2) => ({ startsAt: hour(at), endsAt: hour(at + hours) });
const compare = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other);
const overlap = (one: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }, other: typeof one) =>
  compare(one.startsAt, other.endsAt) < 0 && compare(other.startsAt, one.endsAt) < 0;

const uuid = (occasion: number, part: number) => `00000000-0000-4000-8000-${String(occasion * 100 + part).padStart(12, '0')}`;
type At = { at: number; part: number; digital?: number; physical?: number };
function round(occasion: number, sessions: At[], more: Partial<Round> = {}): Round {
  return {
    ...{ occasion, title: 'Ett hem att växa i', isWhole: sessions.every(({ at }) => at > 0), digital: 4, physical: 0 },
    sessions: sessions.map(({ at, part, digital = 4, physical = 0 }, nr) => ({
      ...{ id: uuid(occasion, nr), part, form: 'hybrid' as const, place: null, digital, physical },
      ...span(at),
    })),
    ...more,
  };
}
const wish = (more: Partial<Wish>): Wish => ({
  ...{ needed: [1, 2, 3], rounds: [], busy: [], seats: 1, forms: ['digital', 'physical'], now },
  ...more,
});
const inOrder = (from: number, step: number) => [1, 2, 3].map((part) => ({ part, at: from + step * (part - 1) }));

describe('the earliest finish', () => {
  test('is the whole round that ends first, as one booking', () => {
    const rounds = [round(1, inOrder(100, 50)), round(2, inOrder(20, 24))];
    expect(earliestFinish(wish({ rounds }))).toMatchObject({
      ok: true,
      finishesAt: hour(70),
      seats: [{ occasion: 2, form: 'digital' }],
      picks: [{ part: 1 }, { part: 2 }, { part: 3 }],
    });
  });

  test('takes what is missing alone, where it comes first', () => {
    const rounds = [round(1, inOrder(100, 50)), round(2, inOrder(-10, 24))];
    expect(earliestFinish(wish({ rounds, needed: [2] }))).toMatchObject({
      ok: true,
      finishesAt: hour(16),
      seats: [{ occasion: 2, session: uuid(2, 1) }],
    });
  });

  test('is found among forty rounds as among two', () => {
    const apart = (part: number) =>
      Array.from({ length: 13 }, (_, at) => round(part * 20 + at, [{ at: 20 + part * 40 + at * 3, part }]));
    expect(earliestFinish(wish({ rounds: [1, 2, 3].flatMap(apart) }))).toMatchObject({
      ok: true,
      finishesAt: hour(142),
      seats: [{ occasion: 20 }, { occasion: 40 }, { occasion: 60 }],
    });
  });

  test('does not go to two rounds for what one gives as early', () => {
    const rounds = [
      round(1, inOrder(20, 20)),
      round(2, [
        { part: 1, at: 10 },
        { part: 2, at: 12 },
        { part: 3, at: 58 },
      ]),
    ];
    expect(earliestFinish(wish({ rounds }))).toMatchObject({ ok: true, seats: [{ occasion: 2 }], finishesAt: hour(60) });
  });

  test('keeps to one form where that is as early', () => {
    const both = inOrder(20, 20).map((one) => ({ ...one, physical: 4, digital: one.part === 2 ? 0 : 4 }));
    expect(earliestFinish(wish({ rounds: [round(1, both, { physical: 4 })] }))).toMatchObject({
      seats: [{ occasion: 1, form: 'physical' }],
    });
  });

  test('says which parts lie nowhere ahead, and when what lies ahead is at the same time', () => {
    const rounds = [round(1, inOrder(20, 20).slice(0, 2))];
    expect(earliestFinish(wish({ rounds }))).toEqual({ ok: false, missing: [3] });
    const atOnce = [round(1, [{ part: 1, at: 20 }]), round(2, [{ part: 2, at: 21 }])];
    expect(earliestFinish(wish({ rounds: atOnce, needed: [1, 2] }))).toEqual({ ok: false, missing: [] });
  });
});

const anySession = fc.record({
  at: fc.integer({ min: -6, max: 40 }),
  part: fc.integer({ min: 1, max: 3 }),
  digital: fc.integer({ min: 0, max: 2 }),
  physical: fc.integer({ min: 0, max: 2 }),
});
const anyRounds = fc
  .array(fc.array(anySession, { minLength: 1, maxLength: 4 }), { maxLength: 3 })
  .map((all) => all.map((sessions, nr) => round(nr + 1, sessions, { digital: nr % 3, physical: (nr + 1) % 3 })));
const anyWish = fc.record({
  needed: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
  rounds: anyRounds,
  busy: fc.array(fc.integer({ min: -6, max: 40 }), { maxLength: 3 }).map((all) => all.map((at) => span(at, 3))),
  seats: fc.integer({ min: 1, max: 2 }),
  forms: fc.constantFrom<Wish['forms'][]>(['digital', 'physical'], ['digital'], ['physical']),
  now: fc.constant(now),
});

/** Every way there is, without any thought. */
function allWays({ needed, ...rest }: Wish): Pick[][] {
  return needed
    .reduce<Pick[][]>((ways, part) => ways.flatMap((way) => sessionsFor(part, rest).map((pick) => [...way, pick])), [[]])
    .filter((way) => way.every((one, at) => way.slice(at + 1).every((other) => !overlap(one.session, other.session))));
}
const endOf = (picks: readonly Pick[]) => Math.max(...picks.map(({ session }) => session.endsAt.epochMilliseconds));
const finishOf = (wished: Wish) => {
  const found = earliestFinish(wished);
  return found.ok ? found.finishesAt.epochMilliseconds : Number.POSITIVE_INFINITY;
};

describe('laws of the earliest finish', () => {
  test('proposes each needed part once, and nothing that is past, full, or at the same time as something else', () => {
    fc.assert(
      fc.property(anyWish, (wished) => {
        const found = earliestFinish(wished);
        if (!found.ok) return;
        expect(found.picks.map(({ part }) => part).toSorted((one, other) => one - other)).toEqual(
          wished.needed.toSorted((one, other) => one - other),
        );
        for (const [at, { session, form, part }] of found.picks.entries()) {
          expect(session.part).toBe(part);
          expect(compare(session.startsAt, now)).toBe(1);
          expect(wished.forms).toContain(form);
          expect(session[form]).toBeGreaterThanOrEqual(wished.seats);
          expect(
            [...wished.busy, ...found.picks.slice(at + 1).map((other) => other.session)].filter((one) => overlap(one, session)),
          ).toEqual([]);
        }
        expect(endOf(found.picks)).toBe(found.finishesAt.epochMilliseconds);
      }),
    );
  });

  test('is never earlier than any needed part can be had, and never later than any other way', () => {
    fc.assert(
      fc.property(anyWish, (wished) => {
        const ways = allWays(wished);
        expect(finishOf(wished)).toBe(ways.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...ways.map(endOf)));
        const found = earliestFinish(wished);
        if (found.ok) return;
        const nowhere = wished.needed.filter((part) => sessionsFor(part, wished).length === 0);
        expect(found.missing).toEqual(nowhere.toSorted((one, other) => one - other));
      }),
    );
  });

  test('never comes later by one round more, one part less, one person less or a time set free', () => {
    fc.assert(
      fc.property(anyWish, anyRounds, (wished, [more]) => {
        const before = finishOf(wished);
        const easier: Partial<Wish>[] = [
          { seats: 1 },
          { busy: wished.busy.slice(1) },
          { forms: ['digital', 'physical'] },
          ...(more ? [{ rounds: [...wished.rounds, { ...more, occasion: 99 }] }] : []),
          ...(wished.needed.length > 1 ? [{ needed: wished.needed.slice(1) }] : []),
        ];
        for (const ease of easier) expect(finishOf({ ...wished, ...ease })).toBeLessThanOrEqual(before);
      }),
    );
  });

  test('what is to be booked is what was picked: a whole round only where all of it is and has room', () => {
    fc.assert(
      fc.property(anyWish, (wished) => {
        const found = earliestFinish(wished);
        if (!found.ok) return;
        const booked = found.seats.flatMap(({ occasion, session, form }) => {
          const whole = wished.rounds.find((one) => one.occasion === occasion);
          if (session) return [{ session, form }];
          expect(whole?.isWhole && whole[form] >= wished.seats).toBe(true);
          return (whole?.sessions ?? []).map(({ id }) => ({ session: id, form }));
        });
        const picked = found.picks.map(({ session, form }) => ({ session: session.id, form }));
        const sorted = (all: typeof booked) => all.toSorted((one, other) => one.session.localeCompare(other.session));
        expect(sorted(booked)).toEqual(sorted(picked));
      }),
    );
  });
});
