import { numberInWords } from '../../shared/number-in-words.ts';
import type { BookingView, Seated } from '../../shared/occasions/booking.ts';

/** A visitor's party: the one who books is named, who comes along is a number, a child is its age. */
export function partyOf(name: string, adults: number, ages: readonly number[]): Seated[] {
  return [{ name }, ...Array.from({ length: Math.max(0, adults - 1) }, () => ({})), ...ages.map((age) => ({ age }))];
}

/** A home's: its adults, and children as their ages. */
export function homeParty(adults: readonly string[], ages: readonly number[]): Seated[] {
  return [...adults.map((member) => ({ member })), ...ages.map((age) => ({ age }))];
}

type People = BookingView['people'];

export const adultsIn = (people: People) => people.filter(({ age }) => age === undefined).length;
export const agesIn = (people: People) => people.flatMap(({ age }) => (age === undefined ? [] : [age]));

/** "en vuxen", "två vuxna och ett barn (7 år)". */
export function partyInWords(adults: number, ages: readonly number[]): string {
  const grown = adults === 1 ? 'en vuxen' : `${numberInWords(adults)} vuxna`;
  if (ages.length === 0) return grown;
  const children = ages.length === 1 ? 'ett barn' : `${numberInWords(ages.length)} barn`;
  return `${grown} och ${children} (${agesInWords(ages)} år)`;
}

/** "en person", "tre personer" */
export const personsInWords = (count: number) => (count === 1 ? 'en person' : `${numberInWords(count)} personer`);

/** "4, 7 och 12" */
export function agesInWords(ages: readonly number[]): string {
  const [last, ...before] = ages.toReversed();
  if (last === undefined) return '';
  return before.length === 0 ? String(last) : `${before.toReversed().join(', ')} och ${last}`;
}
