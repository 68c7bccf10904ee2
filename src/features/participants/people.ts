import type { Booking, List, ListedOccasion, Person } from './participants.schema.ts';

const swedish = new Intl.Collator('sv');

/** Whose the booking is, as the list says it. */
export function bookerOf({ related, erased, name, people }: Booking): string {
  if (related) return 'Jäv';
  if (erased) return 'Uppgifterna är raderade';
  return people.find((person) => person.name)?.name ?? name ?? 'Utan namn';
}

export const ageInWords = (age: number) => (age === 0 ? 'Barn under 1 år' : `Barn, ${age} år`);

/** One seat, as the list and the door say it. A child is its age alone; who comes along has the name of whoever booked. */
export function seatOf(booking: Booking, { name, age }: Person): string {
  if (booking.related || booking.erased) return bookerOf(booking);
  if (age !== undefined) return ageInWords(age);
  return name ?? `Med ${bookerOf(booking)}`;
}

/** By name, as one looks for somebody at the door. */
export const booked = ({ bookings }: List) =>
  bookings
    .filter(({ state }) => state === 'booked')
    .toSorted((one, other) => swedish.compare(bookerOf(one), bookerOf(other)) || one.number - other.number);

/** First in line first; who has been offered a seat stands before those who wait. */
export const waiting = ({ bookings }: List) =>
  bookings
    .filter(({ state }) => state === 'waiting')
    .toSorted((one, other) => (one.line?.place ?? 0) - (other.line?.place ?? 0) || one.number - other.number);

export const ended = ({ bookings }: List) => bookings.filter(({ state }) => state === 'cancelled');

/** Who is expected at a session: all but those who only come to another one. */
export const expectedAt = (list: List, session: string) =>
  booked(list).filter((booking) => booking.session === undefined || booking.session === session);

/** The sessions that a seat is for. */
export const sessionsOf = (occasion: ListedOccasion, booking: Booking) =>
  occasion.sessions.filter(({ id }) => booking.session === undefined || booking.session === id);

/** How many came to a session of those who were expected; `noted` when anybody was noted at all. */
export function cameTo(list: List, session: string): { came: number; expected: number; noted: boolean } {
  const marks = expectedAt(list, session).flatMap(({ people }) => people.map((person) => person.marks[session]));
  return {
    came: marks.filter((mark) => mark === 'attended').length,
    expected: marks.length,
    noted: marks.some((mark) => mark !== undefined),
  };
}

/** Those who were booked and came to none of their sessions; undefined where nobody was noted. */
export function missing(list: List): number | undefined {
  const people = booked(list).flatMap((booking) => booking.people);
  if (!people.some(({ marks }) => Object.keys(marks).length > 0)) return undefined;
  return people.filter(({ marks }) => !Object.values(marks).includes('attended')).length;
}

const WORDS = { physical: 'på plats', digital: 'digitalt' } as const;

/** Seats taken of those there are, by form; where each time is one, of all the times together. */
export function takenOf(list: List): { words: string; taken: number; seats: number; over: number }[] {
  const coming = booked(list);
  const tally = (words: string, taken: number, seats: number) => ({ words, taken, seats, over: Math.max(0, taken - seats) });
  if (list.isSlotted) return [tally('tider', coming.length, list.sessions.length)];
  return (['physical', 'digital'] as const).flatMap((form) => {
    const seats = list[form]?.seats;
    const whole = coming.filter((booking) => booking.form === form && booking.session === undefined);
    return seats == null
      ? []
      : [
          tally(
            WORDS[form],
            whole.reduce((sum, booking) => sum + booking.seats, 0),
            seats,
          ),
        ];
  });
}
