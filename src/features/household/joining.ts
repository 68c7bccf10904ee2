import type { Home } from './home.ts';

/** Which of the two can be the one that is left, the first one first: what has become a case goes into no other home. */
export function mayBeLeft(home: Home, other: Home): number[] {
  const goesInto = ({ isCase, joined }: Home) => !isCase && joined.length === 0;
  const left = [goesInto(other) && home.number, goesInto(home) && other.number];
  return left.filter((number) => number !== false).toSorted((a, b) => a - b);
}
