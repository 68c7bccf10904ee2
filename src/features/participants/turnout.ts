import type { Outcome } from './participants.schema.ts';

export type Sum = {
  activity: string;
  title: string;
  occasions: number;
  seats: number;
  taken: number;
  /** Of the occasions where anybody was noted: who was booked, and who came. */
  people: number;
  came: number;
};

/** "83 %"; nothing where there is nothing to be a share of. */
export function share(part: number, whole: number): string {
  return whole > 0 ? `${Math.round((100 * part) / whole)} %` : '–';
}

/** A year by activity, the largest first. Where nobody was noted it is not known who came: those are left out of who did. */
export function sumsOf(outcomes: readonly Outcome[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { activity, title, seats, taken, people, came, noted } of outcomes) {
    const before = sums.get(activity) ?? { activity, title, occasions: 0, seats: 0, taken: 0, people: 0, came: 0 };
    sums.set(activity, {
      ...before,
      occasions: before.occasions + 1,
      seats: before.seats + seats,
      taken: before.taken + taken,
      people: before.people + (noted ? people : 0),
      came: before.came + (noted ? came : 0),
    });
  }
  return [...sums.values()].toSorted((one, other) => other.taken - one.taken || one.title.localeCompare(other.title, 'sv'));
}
