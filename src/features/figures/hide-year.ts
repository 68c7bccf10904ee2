import { FEW, isFew, type Shown } from './hide.ts';

/** A row of a year: what its three tertials have, and how each of them is shown in its own table, once and for all. */
export type YearRow = { counts: readonly number[]; shown: readonly Shown[] };

/**
 * A year beside its tertials: what a tertial hides must not be found by taking the others from the year. `isSum`: the tertials'
 * whole numbers are known, and each registration stands in one row. Every number that is hidden in any of the tables then has at
 * least two values that fit everything shown in all of them.
 */
export function hideYear(rows: readonly YearRow[], isSum: boolean): Shown[] {
  const totals = rows.map(({ counts }) => counts.reduce((total, count) => total + count, 0));
  const years = totals.map((total): Shown => (isFew(total) ? 'few' : total));
  const isHidden = (row: number) => rows[row]?.shown.some((cell) => typeof cell !== 'number') ?? false;
  /** Nothing but what anybody can add up. */
  const nothing = totals.map((total, row): Shown => (isHidden(row) ? 'hidden' : total));
  if (rows[0]?.shown.some((_, tertial) => rows.every(({ shown }) => shown[tertial] === 'hidden'))) return nothing;
  const mayHide = (row: number) => typeof years[row] === 'number' && isHidden(row);
  while (edgesOf(rows, totals, years, isSum).some((edge, _at, all) => isFixed(edge, all))) {
    const least = years
      .map((_, row) => row)
      .filter(mayHide)
      .toSorted((one, other) => (totals[one] ?? 0) - (totals[other] ?? 0))[0];
    // The tertials hide well enough by themselves: the year adds nothing to them then.
    if (least === undefined) return nothing;
    years[least] = 'hidden';
  }
  return years;
}

/** An unknown number between two knots, each of which has a known sum: what flows in flows out. */
type Edge = { from: number; to: number; up: boolean; down: boolean };

const GROUND = -1;

/** Knots are the rows, then the tertials, and the ground, which stands for every sum that is not known. */
function edgesOf(rows: readonly YearRow[], totals: readonly number[], years: readonly Shown[], isSum: boolean): Edge[] {
  const edges: Edge[] = [];
  const add = (from: number, to: number, value: number, shown: Shown) => {
    if (typeof shown === 'number') return;
    const [low, high] = shown === 'few' ? [1, FEW - 1] : [FEW, Number.POSITIVE_INFINITY];
    edges.push({ from, to, up: value < high, down: value > low });
  };
  for (const [row, { counts, shown }] of rows.entries()) {
    for (const [tertial, count] of counts.entries()) {
      add(row, isSum ? rows.length + tertial : GROUND, count, shown[tertial] ?? 0);
    }
    add(GROUND, row, totals[row] ?? 0, years[row] ?? 0);
  }
  return edges;
}

/** Whether the number can be nothing but what it is: no way round leads back to where one more, or one less, would go. */
function isFixed(edge: Edge, edges: readonly Edge[]): boolean {
  const others = edges.filter((other) => other !== edge);
  return !(edge.up && leads(edge.to, edge.from, others)) && !(edge.down && leads(edge.from, edge.to, others));
}

function leads(start: number, goal: number, edges: readonly Edge[]): boolean {
  const reached = new Set([start]);
  for (const knot of reached) {
    for (const { from, to, up, down } of edges) {
      if (from === knot && up) reached.add(to);
      if (to === knot && down) reached.add(from);
    }
  }
  return reached.has(goal);
}
