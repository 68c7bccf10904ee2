import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { homeFinish, lacksOf, partsSaid } from '../../../../src/features/course-record/lacking-course.ts';

const now = Temporal.Instant.from('2026-11-29T18:00:00Z');
const at = (days: number) => now.add({ hours: 24 * days });
const part = (number: number, state: 'attended' | 'booked' | 'missed' | 'remaining' | 'unnoted', days = 0) => ({
  part: number,
  state,
  ...(state === 'booked' && { startsAt: at(days), endsAt: at(days).add({ hours: 2 }) }),
});
const session = (number: number, days: number, digital: number) => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  part: number,
  startsAt: at(days),
  endsAt: at(days).add({ hours: 2 }),
  form: 'digital' as const,
  place: null,
  digital,
  physical: 0,
});
const round = (seats: number, ...days: number[]) => ({
  occasion: 7,
  title: 'Ett hem att växa i',
  isWhole: true,
  digital: seats,
  physical: 0,
  sessions: days.map((day, nr) => session(nr + 1, day, seats)),
});

describe('a home that lacks a course', () => {
  test('says each part once, with how many of the adults lack it', () => {
    const one = { parts: [part(1, 'attended'), part(2, 'missed'), part(3, 'remaining')], busy: [], rounds: [] };
    const other = { parts: [part(1, 'attended'), part(2, 'booked', 3), part(3, 'remaining')], busy: [], rounds: [] };
    expect(lacksOf({ adults: [one, other] })).toEqual([
      { part: 2, adults: 1 },
      { part: 3, adults: 2 },
    ]);
  });

  test.each([
    [[3], 'träff 3'],
    [[1, 2, 3, 6], 'träffarna 1–3, 6'],
  ])('%s', (parts, said) => {
    expect(partsSaid(parts)).toBe(said);
  });

  test('is done when the last of its adults is, by what is booked or can be', () => {
    const booked = { parts: [part(1, 'booked', 20), part(2, 'attended')], busy: [], rounds: [] };
    const lacks = { parts: [part(1, 'attended'), part(2, 'missed')], busy: [], rounds: [round(1, 5, 12)] };
    expect(homeFinish({ adults: [booked] }, now)).toEqual({ is: 'booked', finishesAt: at(20).add({ hours: 2 }) });
    expect(homeFinish({ adults: [lacks] }, now)).toEqual({ is: 'possible', finishesAt: at(12).add({ hours: 2 }) });
    expect(homeFinish({ adults: [lacks, booked] }, now)).toEqual({ is: 'possible', finishesAt: at(20).add({ hours: 2 }) });
  });

  test('needs a seat for each who lacks something, and says which part has none', () => {
    const lacks = { parts: [part(1, 'remaining'), part(2, 'remaining')], busy: [], rounds: [round(1, 5, 12)] };
    expect(homeFinish({ adults: [lacks, lacks] }, now)).toEqual({ is: 'nowhere', missing: [1, 2] });
    const roomy = { ...lacks, rounds: [round(2, 5, 12)] };
    expect(homeFinish({ adults: [roomy, roomy] }, now)).toMatchObject({ is: 'possible' });
    expect(homeFinish({ adults: [{ parts: [part(1, 'unnoted')], busy: [], rounds: [] }] }, now)).toEqual({ is: 'unnoted' });
  });
});
