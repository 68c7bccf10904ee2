import { Temporal } from 'temporal-polyfill';
import { formsOf, type SeatForm } from '../../shared/occasions/occasion.ts';
import type { Booking, List, ListedSession, Person } from './participants.schema.ts';
import { expectedAt, seatOf } from './people.ts';

/** The database takes no press before this, in front of a session. */
const OPENS_BEFORE = Temporal.Duration.from({ hours: 12 });
/** What goes over its time is still this one. */
const LINGERS = Temporal.Duration.from({ hours: 2 });

/** The session that is asked for by its number, or else the one that goes on or comes next; the last when all are over. */
export function sessionAt({ sessions }: List, part: string | null, now: Temporal.Instant): ListedSession | undefined {
  const asked = sessions.find((session) => String(session.part) === part);
  const next = sessions.find(({ endsAt }) => Temporal.Instant.compare(endsAt.add(LINGERS), now) > 0);
  return asked ?? next ?? sessions.at(-1);
}

export const isOpen = ({ startsAt }: ListedSession, now: Temporal.Instant) =>
  Temporal.Instant.compare(startsAt.subtract(OPENS_BEFORE), now) <= 0;

export const hasBegun = ({ startsAt }: ListedSession, now: Temporal.Instant) => Temporal.Instant.compare(startsAt, now) <= 0;

/** The seat of who comes without one: in the only form that there is, or in the one that is held at the door. */
export function formAtDoor(list: Pick<List, 'digital' | 'physical'>, { form }: ListedSession): SeatForm {
  const [only, other] = formsOf(list);
  if (only && !other) return only;
  return form === 'digital' ? 'digital' : 'physical';
}

export type Row = { person: Person; name: string; mark: 'attended' | 'absent' | undefined };
export type Party = { booking: Booking; rows: Row[] };

/** Who is expected at a session, a party together; with `form`, those who come so. */
export function partiesAt(list: List, session: ListedSession, form: Booking['form'] | undefined): Party[] {
  return expectedAt(list, session.id)
    .filter((booking) => form === undefined || booking.form === form)
    .map((booking) => ({
      booking,
      rows: booking.people.map((person) => ({ person, name: seatOf(booking, person), mark: person.marks[session.id] })),
    }));
}
