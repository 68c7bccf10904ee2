import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dueWarnings, WARNED_BEFORE } from '../../../../src/features/consents/ending.rules.ts';

const END = Temporal.PlainDate.from('2028-03-15');
const text = { utkast: 'nej', samtycke: { till: END.toString() } } as const;
/** The day that is so many before the end. */
const before = (days: number) => END.subtract({ days }).toString();
const daysDue = (one: Parameters<typeof dueWarnings>[0][number], today: string) =>
  dueWarnings([one], today).map(({ days }) => days);

test.each([
  [31, []],
  [30, [30]],
  [29, [30]],
  [8, [30]],
  [7, [7]],
  [1, [7]],
  [0, []],
  [-1, []],
])('%i days before the end: %j', (days, due) => expect(daysDue(text, before(days))).toEqual(due));

test('the days are counted over the shift to summer time', () => {
  expect(daysDue({ ...text, samtycke: { till: '2028-04-01' } }, '2028-03-25')).toEqual([7]);
  expect(daysDue({ ...text, samtycke: { till: '2028-04-01' } }, '2028-03-24')).toEqual([30]);
});

test('what does not show is never warned of: a draft, or what is published later', () => {
  for (const days of [30, 7, 1]) {
    expect(daysDue({ ...text, utkast: 'ja' }, before(days))).toEqual([]);
    expect(daysDue({ ...text, publiceras: before(days - 1) }, before(days))).toEqual([]);
  }
});

/** What is sent when the job runs on these days before the end, each warning being given once. */
const given = (runs: number[]) => {
  const sent = new Map<number, number>();
  for (const run of runs.toSorted((one, other) => other - one))
    for (const days of daysDue(text, before(run))) if (!sent.has(days)) sent.set(days, run);
  return sent;
};
const someRuns = fc.array(fc.integer({ min: -20, max: 400 }), { maxLength: 30 });

test('whatever days the job runs, each warning is given in its own time and none after the end', () => {
  fc.assert(
    fc.property(someRuns, (runs) => {
      for (const [days, run] of given(runs)) {
        expect(run).toBeLessThanOrEqual(days);
        expect(run).toBeGreaterThan(days === 30 ? 7 : 0);
      }
    }),
  );
});

test('a missed day is caught up with on the first that is not', () => {
  fc.assert(
    fc.property(someRuns, (runs) => {
      const first = (most: number, above: number) => Math.max(...runs.filter((run) => run <= most && run > above));
      for (const [days, above] of [
        [30, 7],
        [7, 0],
      ] as const)
        expect(given(runs).get(days) ?? Number.NEGATIVE_INFINITY).toBe(first(days, above));
    }),
  );
});

test('each text has its own, at most one a day, and the others do not matter', () => {
  const texts = fc.array(
    fc.record({
      utkast: fc.constantFrom('ja' as const, 'nej' as const),
      samtycke: fc.integer({ min: -20, max: 60 }).map((days) => ({ till: END.add({ days }).toString() })),
    }),
  );
  fc.assert(
    fc.property(texts, (all) => {
      const due = dueWarnings(all, END.toString());
      expect(due).toEqual(all.flatMap((one) => dueWarnings([one], END.toString())));
      expect(new Set(due.map((one) => one.text)).size).toBe(due.length);
      for (const { days } of due) expect(WARNED_BEFORE).toContain(days);
    }),
  );
});
