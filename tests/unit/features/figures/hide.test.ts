import { describe, expect, test } from 'vitest';
import { hideParts, type Shown } from '../../../../src/features/figures/hide.ts';

/** Every list of so many whole numbers with that sum. */
function* fillings(length: number, total: number): Generator<number[]> {
  if (length === 1) yield [total];
  else
    for (let first = 0; first <= total; first++) for (const rest of fillings(length - 1, total - first)) yield [first, ...rest];
}

/** Of all that is shown like this: where a hidden number has but one value, or a shown one more than its own. */
function faultsIn(shown: string, lists: readonly number[][]): string[] {
  return shown.split(',').flatMap((cell, at) => {
    const values = [...new Set(lists.map((list) => list[at]))];
    const isRight = cell === 'few' || cell === 'hidden' ? values.length > 1 : values.join() === cell;
    return isRight ? [] : [`${shown}: ${values.join(' or ')} at ${at}`];
  });
}

describe('the parts of a sum', () => {
  test.each([
    [
      [12, 7, 0],
      [12, 7, 0],
    ],
    // Two small ones hide each other.
    [
      [12, 3, 2],
      [12, 'few', 'few'],
    ],
    // One alone would be found by taking the others from the sum.
    [
      [12, 7, 3],
      ['hidden', 7, 'few'],
    ],
    // Two ones would be known by their sum, and so would two fours.
    [
      [20, 7, 1, 1],
      ['hidden', 7, 'few', 'few'],
    ],
    [
      [20, 7, 4, 4],
      ['hidden', 7, 'few', 'few'],
    ],
    // Five of six with one over: it could be nothing else.
    [
      [5, 1, 0],
      ['hidden', 'hidden', 'hidden'],
    ],
    [
      [9, 3],
      ['hidden', 'hidden'],
    ],
    [
      [2, 1],
      ['hidden', 'hidden'],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [[9], [9]],
  ] as [number[], Shown[]][])('%j are shown as %j', (parts, shown) => {
    expect(hideParts(parts)).toEqual(shown);
  });

  test.each([
    [2, 40],
    [3, 40],
    [4, 30],
    [6, 17],
  ])('%i of them, at most %i in all: who knows the sum, what is shown and the rule finds no hidden number', (length, most) => {
    const totals = [...Array(most + 1).keys()];
    const alike = totals.map((total) => Map.groupBy(fillings(length, total), (parts) => hideParts(parts).join()));
    expect(alike.flatMap((groups) => [...groups].flatMap(([shown, lists]) => faultsIn(shown, lists)))).toEqual([]);
  });
});
