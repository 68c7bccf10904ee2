import type { Temporal } from 'temporal-polyfill';
import { type BookedSession, type BookingFacts, isDigitalTo } from './booking.ts';

/** By the day's reminder, by the hour's, or only on the booking's page: so near there is no mail any more. */
export type LinkComes = 'day_before' | 'hour_before' | 'on_page';

type Session = Pick<BookedSession, 'form' | 'startsAt' | 'endsAt' | 'link'>;

const hoursTo = ({ startsAt }: Session, now: Temporal.Instant) =>
  (startsAt.epochMilliseconds - now.epochMilliseconds) / 3_600_000;

/** How the link of the next digital session comes; undefined when it is here, or nothing digital is left. */
export function linkComes(
  { form, sessions }: Pick<BookingFacts, 'form'> & { sessions: readonly Session[] },
  now: Temporal.Instant,
): LinkComes | undefined {
  const left = sessions.filter(
    (session) => isDigitalTo({ form }, session) && session.endsAt.epochMilliseconds > now.epochMilliseconds,
  );
  const [next] = left;
  if (!next || left.some(({ link }) => link !== undefined)) return undefined;
  const hours = hoursTo(next, now);
  return hours >= 24 ? 'day_before' : hours >= 1 ? 'hour_before' : 'on_page';
}
