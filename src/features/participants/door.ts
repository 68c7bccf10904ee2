import { Temporal } from 'temporal-polyfill';
import { formsOf, type SeatForm } from '../../shared/occasions/occasion.ts';
import type { Booking, List, ListedSession, Person } from './participants.schema.ts';
import { expectedAt, seatOf } from './people.ts';

/** The database takes no press before this, in front of a session. */
const OPENS_BEFORE = Temporal.Duration.from({ hours: 12 });
/** So early people begin to come. */
const COMES_BEFORE = Temporal.Duration.from({ minutes: 30 });
/** Who was there is noted a while after the end too. */
const LINGERS = Temporal.Duration.from({ hours: 2 });

/**
 * The session that is asked for by its number, or else the one that goes on. Between two: the next when people come to it, and
 * until then the one that has just been. The last when all are over.
 */
export function sessionAt({ sessions }: List, part: string | null, now: Temporal.Instant): ListedSession | undefined {
  const isPast = (time: Temporal.Instant) => Temporal.Instant.compare(time, now) <= 0;
  const next = sessions.find(({ startsAt }) => !isPast(startsAt));
  return (
    sessions.find((session) => String(session.part) === part) ??
    sessions.findLast(({ startsAt, endsAt }) => isPast(startsAt) && !isPast(endsAt)) ??
    (next && isPast(next.startsAt.subtract(COMES_BEFORE)) ? next : undefined) ??
    sessions.findLast(({ startsAt, endsAt }) => isPast(startsAt) && !isPast(endsAt.add(LINGERS))) ??
    next ??
    sessions.at(-1)
  );
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
