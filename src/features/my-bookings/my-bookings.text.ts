import type { BookingView } from '../../shared/occasions/booking.ts';

type Why = NonNullable<BookingView['endedWhy']>;

/** How a booking ended. */
export const endedTexts: Record<Why, string> = {
  by_booker: 'Avbokad',
  by_staff: 'Avbokad av GFO',
  occasion_cancelled: 'Inställd',
  left_line: 'Ni lämnade kön',
  passed: 'Ni lämnade platsen vidare',
  expired: 'Erbjudandet hann gå ut',
  moved_away: 'Flyttad till ett annat tillfälle',
};

/** What has just been done there. Of a booking that one still sees, its own page says it. */
export const bookingsDoneTexts = {
  namnetborta: 'Du är inte längre med i bokningen. Den finns kvar för de andra.',
} as const;

/** "Amira Exempelsson och Samir Exempelsson, barn 4 och 7 år"; who comes along is a number. */
export function peopleInWords(people: BookingView['people']): string {
  const names = people.flatMap(({ name }) => name ?? []);
  const ages = people.flatMap(({ age }) => age ?? []);
  const others = people.length - names.length - ages.length;
  const adults = [...names, ...(others > 0 ? [`${others} till`] : [])];
  const children = ages.length > 0 ? [`barn ${listed(ages.toSorted((one, other) => one - other).map(String))} år`] : [];
  return [listed(adults), ...children].filter(Boolean).join(', ');
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} och ${words.at(-1)}`;
}
