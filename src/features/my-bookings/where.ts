import type { Temporal } from 'temporal-polyfill';
import type { BookingView } from '../../shared/occasions/booking.ts';
import { whereInWords } from '../../shared/occasions/words.ts';
import { nextOf } from './my-bookings.rules.ts';

/** Where one is the next time: that evening counts, whatever the seat. While there is none of one's own, the form of the seat. */
export function whereNext(booking: BookingView, now: Temporal.Instant): string {
  const next = nextOf(booking, now);
  const evening = booking.sessions.find((session) => session === next);
  return whereInWords(booking, { form: evening?.form ?? 'hybrid', place: next.place ?? booking.about.place });
}
