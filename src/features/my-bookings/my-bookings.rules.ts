import { Temporal } from 'temporal-polyfill';
import type { BookingView } from '../../shared/occasions/booking.ts';

type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant };
type Session = Span & { place?: string | null | undefined };

const compare = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other);
const isAfter = (one: Temporal.Instant, other: Temporal.Instant) => compare(one, other) > 0;

/** When it is: its own sessions, the slot that is offered, or else the occasion as a whole. */
function spansOf({ sessions, line, about }: BookingView): Session[] {
  if (sessions.length > 0) return sessions;
  return line?.slot ? [line.slot] : [about];
}

/** The next evening of it, or the last when all have been. */
export function nextOf(booking: BookingView, now: Temporal.Instant): Session {
  const spans = spansOf(booking).toSorted((one, other) => compare(one.startsAt, other.startsAt));
  const next = spans.find(({ endsAt }) => isAfter(endsAt, now)) ?? spans.at(-1);
  if (!next) throw new Error('a booking of nothing');
  return next;
}

/** Whether a seat is offered that can still be taken. */
function isOffered({ state, line }: BookingView, now: Temporal.Instant): boolean {
  return state !== 'cancelled' && line?.state === 'offered' && line.until !== undefined && isAfter(line.until, now);
}

/** What one's bookings are to the reader now: what waits for an answer, what lies ahead (the nearest first) and what has been. */
export function sortBookings(bookings: readonly BookingView[], now: Temporal.Instant) {
  const stands = (booking: BookingView) => booking.state !== 'cancelled' && isAfter(nextOf(booking, now).endsAt, now);
  const byTime = (one: BookingView, other: BookingView) => compare(nextOf(one, now).startsAt, nextOf(other, now).startsAt);
  const offers = bookings.filter((booking) => stands(booking) && isOffered(booking, now));
  return {
    /** The one that must be answered first, first. */
    offers: offers.toSorted((one, other) => compare(one.line?.until ?? now, other.line?.until ?? now)),
    moved: bookings.filter((booking) => stands(booking) && booking.asksWhetherItSuits).toSorted(byTime),
    // Who only waits and is offered something has it above; who has a seat besides keeps it here.
    ahead: bookings.filter((one) => stands(one) && (one.state === 'booked' || !isOffered(one, now))).toSorted(byTime),
    past: bookings
      .filter((booking) => !stands(booking))
      .toSorted(byTime)
      .toReversed(),
  };
}
