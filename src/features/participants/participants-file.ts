import type { Temporal } from 'temporal-polyfill';
import type { Cell } from '../../shared/http/csv.ts';
import { FORM_WORDS } from '../../shared/occasions/words.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { timeInWords } from '../../shared/time/words.ts';
import type { Booking, List, Person } from './participants.schema.ts';
import { stateTexts } from './participants.text.ts';
import { booked, ended, seatOf, waiting } from './people.ts';

const RUBRICS = ['Bokning', 'Namn', 'Ålder', 'Hem', 'Organisation', 'E-post', 'Form', 'Läge', 'Plats i kön', 'Bokades'];
const MARKS = { attended: 'Var här', absent: 'Kom inte' } as const;

/** A file lies about on other computers: who has protected identity is a number in it. */
export const HIDDEN = 'Skyddade uppgifter';

/** A line for each seat: those who are booked, those in line, those who have ended it. What they need stands in no file. */
export function fileLines(list: List): Cell[][] {
  const bookings = [...booked(list), ...waiting(list), ...ended(list)];
  return [rubricsOf(list), ...bookings.flatMap((booking) => booking.people.map((person) => lineOf(list, booking, person)))];
}

function rubricsOf({ sessions, isSlotted }: List): string[] {
  const dated = (name: string, at: Temporal.Instant) => `${name} ${inStockholm(at).toPlainDate()}`;
  const many = sessions.length > 1;
  return [
    ...RUBRICS,
    ...(isSlotted
      ? ['Tid', 'Närvaro']
      : sessions.map(({ part, startsAt }) => dated(many ? `Träff ${part}` : 'Närvaro', startsAt))),
  ];
}

function lineOf(list: List, booking: Booking, person: Person): Cell[] {
  return [
    booking.number,
    nameOf(booking, person),
    person.age ?? '',
    booking.home ?? '',
    booking.organisation ?? '',
    booking.email ?? '',
    FORM_WORDS[booking.form],
    stateTexts[booking.state],
    booking.line?.place ?? '',
    inStockholm(booking.madeAt).toPlainDate().toString(),
    ...(list.isSlotted ? slotOf(list, booking, person) : list.sessions.map(({ id }) => markOf(booking, person, id))),
  ];
}

function nameOf(booking: Booking, person: Person): string {
  if (booking.protected) return HIDDEN;
  return person.age === undefined ? seatOf(booking, person) : 'Barn';
}

function slotOf({ sessions }: List, booking: Booking, person: Person): [string, string] {
  const slot = sessions.find(({ id }) => id === booking.session);
  if (!slot) return ['', ''];
  const at = inStockholm(slot.startsAt);
  return [`${at.toPlainDate()} ${timeInWords(at)}`, markOf(booking, person, slot.id)];
}

function markOf({ session }: Booking, { marks }: Person, id: string): string {
  const mark = marks[id];
  if (mark) return MARKS[mark];
  return session !== undefined && session !== id ? 'Inte med' : '';
}
