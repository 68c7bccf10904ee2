import type { Temporal } from 'temporal-polyfill';
import type { BookingView } from '../../shared/occasions/booking.ts';

/**
 * How a booking stands, which decides what its page says first. `offer`: a seat waits for an answer; `lapsed`: it waited too long;
 * `waiting`: in line without a seat; `over`: it has been.
 */
export type Status = 'booked' | 'waiting' | 'offer' | 'lapsed' | 'cancelled' | 'over';

type Seen = Pick<BookingView, 'state' | 'line' | 'sessions' | 'about'>;

/** When that which is booked begins and ends; for who waits for a slot, the whole occasion. */
export function spanOf({ sessions, about }: Pick<BookingView, 'sessions' | 'about'>) {
  return { startsAt: sessions[0]?.startsAt ?? about.startsAt, endsAt: sessions.at(-1)?.endsAt ?? about.endsAt };
}

export function statusOf(view: Seen, now: Temporal.Instant): Status {
  if (view.state === 'cancelled') return 'cancelled';
  const isBefore = (one: Temporal.Instant) => one.epochMilliseconds <= now.epochMilliseconds;
  if (isBefore(spanOf(view).endsAt)) return 'over';
  const { line } = view;
  if (line?.state === 'offered' && line.until) {
    if (!isBefore(line.until)) return 'offer';
    if (view.state === 'waiting') return 'lapsed';
  }
  return view.state === 'waiting' ? 'waiting' : 'booked';
}

/** Whether form, number and needs can still be changed on the page. */
export function mayChange(view: Seen, now: Temporal.Instant): boolean {
  const begins = spanOf(view).startsAt.epochMilliseconds > now.epochMilliseconds;
  return begins && ['booked', 'waiting'].includes(statusOf(view, now)) && view.about.state === 'published';
}

/** Whether it is for one evening of several: to that alone there is no line. */
export function isOneOfMany({ isSlot, sessions, about }: Pick<BookingView, 'isSlot' | 'sessions' | 'about'>): boolean {
  return !isSlot && sessions.length < about.sessions.length;
}

/** Whether the form can still be changed; the number can until it begins. */
export function maySwitch({ about }: Pick<BookingView, 'about'>, now: Temporal.Instant): boolean {
  return !about.switchUntil || about.switchUntil.epochMilliseconds > now.epochMilliseconds;
}
