import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideParts, type Shown, shownAlone, sum } from '../../../../src/features/figures/hide.ts';
import { hideYear, type YearRow } from '../../../../src/features/figures/hide-year.ts';

type Counts = readonly (readonly number[])[];
const TERTIALS = [0, 1, 2] as const;

const columnsOf = (counts: Counts) => TERTIALS.map((tertial) => counts.map((row) => row[tertial] ?? 0));
const bySum = (counts: Counts): YearRow[] => {
  const columns = columnsOf(counts).map(hideParts);
  return counts.map((row, at) => ({ counts: row, shown: columns.map((column) => column[at] ?? 0) }));
};
const alone = (counts: Counts): YearRow[] => counts.map((row) => ({ counts: row, shown: row.map(shownAlone) }));

const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 9 }));
/** Rows without a common sum say nothing of each other, so two of them are enough. */
const tablesOf = (isSum: boolean) =>
  fc
    .array(fc.tuple(count, count, count), { minLength: 2, maxLength: isSum ? 3 : 2 })
    .filter((counts) => columnsOf(counts).every((column) => sum(column) === 0 || sum(column) >= 5));
const tables = fc.boolean().chain((isSum) => fc.record({ isSum: fc.constant(isSum), counts: tablesOf(isSum) }));

describe('a year beside its tertials', () => {
  test('is hidden where it would give away what a tertial hides, and else is not', () => {
    expect(hideYear(alone([[3, 6, 7]]), false)).toEqual(['hidden']);
    expect(hideYear(alone([[3, 2, 7]]), false)).toEqual([12]);
    expect(hideYear(alone([[1, 1, 7]]), false)).toEqual(['hidden']);
    expect(hideYear(alone([[1, 0, 1]]), false)).toEqual(['few']);
    expect(hideYear(alone([[8, 6, 7]]), false)).toEqual([21]);
    const counts = [
      [20, 20, 20],
      [3, 4, 2],
      [2, 3, 1],
    ];
    expect(hideYear(bySum(counts), true)).toEqual([60, 9, 6]);
  });

  test('every number that is hidden in any of the tables has two values that fit them all', () => {
    fc.assert(
      fc.property(tables, ({ counts, isSum }) => {
        const rows = isSum ? bySum(counts) : alone(counts);
        const years = hideYear(rows, isSum);
        const values = valuesThatFit(rows, years, isSum);
        const cells = rows.flatMap(({ shown }, row) =>
          [...shown, years[row]].map((cell, at) => ({ cell, has: values[row]?.[at]?.size })),
        );
        expect(cells.filter(({ cell, has = 0 }) => typeof cell !== 'number' && has < 2)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });
});

/** By trying them all: the values that each number of each row, and last its year, can have. */
function valuesThatFit(rows: readonly YearRow[], years: readonly Shown[], isSum: boolean): Set<number>[][] {
  const found = rows.map(() => [0, 1, 2, 3].map(() => new Set<number>()));
  const [first = [], second = [], third = []] = TERTIALS.map((tertial) => listsFor(rows, tertial, isSum));
  // A year that says nothing at all may be small too.
  const isSilent = years.every((year) => year !== 'few');
  const note = (filling: readonly number[][]) => {
    const own = rows.map((_, row) => filling.map((column) => column[row] ?? 0));
    if (!years.every((year, row) => fits(sum(own[row] ?? []), year, isSilent ? 0 : 5))) return;
    for (const [row, cells] of found.entries())
      for (const [at, set] of cells.entries()) set.add(own[row]?.[at] ?? sum(own[row] ?? []));
  };
  for (const one of first) for (const two of second) for (const three of third) note([one, two, three]);
  return found;
}

/** What a tertial's column can be, for who sees it and knows its sum, or knows no sum. */
function listsFor(rows: readonly YearRow[], tertial: number, isSum: boolean): number[][] {
  const shown = rows.map((row) => row.shown[tertial]);
  const least = shown.every((cell) => cell === 'hidden') ? 0 : 5;
  const total = isSum ? sum(rows.map(({ counts }) => counts[tertial] ?? 0)) : Number.POSITIVE_INFINITY;
  const values = [...Array(isSum ? total + 1 : 15).keys()];
  const lists = shown.reduce<number[][]>(
    (so, cell) => {
      const able = values.filter((value) => fits(value, cell, least));
      return so.flatMap((list) => able.map((value) => [...list, value])).filter((list) => sum(list) <= total);
    },
    [[]],
  );
  return lists.filter((list) => !isSum || sum(list) === total);
}

function fits(value: number, cell: Shown | undefined, least: number): boolean {
  if (cell === 'few') return value >= 1 && value <= 4;
  return cell === 'hidden' ? value >= least : value === cell;
}
