/**
 * A number as it may be shown. `few`: one to four. `hidden`: says nothing, so that a `few` beside it cannot be worked out.
 */
export type Shown = number | 'few' | 'hidden';

export const FEW = 5;

export const isFew = (count: number) => count > 0 && count < FEW;

/** A number that stands in no sum with others. */
export const shownAlone = (count: number): Shown => (isFew(count) ? 'few' : count);

/**
 * The parts of a sum that is shown with them. Whoever knows the sum, what is shown and this very rule still finds, for each part
 * that is not shown, at least two numbers that would be shown exactly like this.
 */
export function hideParts(parts: readonly number[]): Shown[] {
  const total = sum(parts);
  const nothing = parts.map((): Shown => 'hidden');
  if (isFew(total)) return nothing;
  const plain = parts.map(shownAlone);
  const few = parts.filter(isFew);
  if (few.length === 0) return plain;
  const most = Math.max(...parts);
  // Of two parts the one says the other.
  if (parts.length < 3) return nothing;
  if (isOpen(few.length, sum(few))) return plain;
  // All ones, all fours, or one alone: the greatest number is hidden beside them.
  if (most < FEW) return nothing;
  const at = parts.indexOf(most);
  const ways = few.length === 1 ? [1, 2, 3, 4] : [few.length, 4 * few.length];
  const fitting = ways.filter((way) => wouldBeHidden(sum(few) + most - way, at, parts));
  return fitting.length >= 2 ? plain.with(at, 'hidden') : nothing;
}

/** Several small numbers, whose sum leaves each of them more than one way to be. */
export const isOpen = (count: number, total: number) => count >= 2 && total > count && total < 4 * count;

/** Whether the part at this place would be the one that is hidden, were it as great as this: the first of the greatest. */
function wouldBeHidden(size: number, at: number, parts: readonly number[]): boolean {
  return size >= FEW && parts.every((part, place) => place === at || isFew(part) || (place < at ? part < size : part <= size));
}

export const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
