import type { Temporal } from 'temporal-polyfill';
import type { OccasionSession, SeatForm } from '../../shared/occasions/occasion.ts';
import type { nextTexts } from './booking.text.ts';

type Booked = { form: SeatForm; sessions: readonly Pick<OccasionSession, 'startsAt'>[] };

/** What comes after the booking. Who books within a day of it is not reminded the day before, and gets the link at once. */
export function nextAfter({ form, sessions: [first] }: Booked, now: Temporal.Instant): keyof typeof nextTexts {
  const isSoon = first !== undefined && first.startsAt.epochMilliseconds - now.epochMilliseconds < 24 * 3_600_000;
  if (form === 'digital') return isSoon ? 'link_now' : 'link';
  return isSoon ? 'hindered' : 'reminder';
}
