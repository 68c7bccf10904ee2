import type { Temporal } from 'temporal-polyfill';
import { capital } from '../../shared/form/capital.ts';
import { type BookingView, isDigitalTo } from '../../shared/occasions/booking.ts';
import type { Occasion, SeatForm } from '../../shared/occasions/occasion.ts';
import { spanInWords } from '../../shared/occasions/words.ts';

type Session = {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  form: 'digital' | 'physical' | 'hybrid';
  place?: string | null | undefined;
  address?: string | null | undefined;
};

/** Every time of it in words, one a line. */
export const timesInWords = (sessions: readonly Session[], now: Temporal.Instant) =>
  sessions.map((session) => spanInWords(session, now));

/** "Kulturhuset, Storgatan 1": where one is who comes in person; undefined when nobody has said. */
const placeInWords = ({ place, address }: Pick<Session, 'place' | 'address'>) =>
  [place, address].filter(Boolean).join(', ') || undefined;

/** Where somebody is who is with in this form: each place once, in the order of the evenings. */
export function placesFor(form: SeatForm, sessions: readonly Session[], of: Pick<Occasion, 'place' | 'address'>): string[] {
  const all = sessions.map((session) => {
    if (isDigitalTo({ form }, session)) return 'På nätet';
    const { place, address } = session;
    return placeInWords(place ? { place, address } : of) ?? 'Platsen meddelas i ett mejl';
  });
  if (all.length > 0) return [...new Set(all)];
  return [form === 'digital' ? 'På nätet' : (placeInWords(of) ?? 'Platsen meddelas i ett mejl')];
}

type Ahead = Pick<BookingView, 'form' | 'sessions' | 'line' | 'about'>;

/** "Fredag 29 januari kl. 12.00–13.00. Biblioteket.": each evening that is left, or the slot that is offered. */
export function aheadInWords({ form, sessions, line, about }: Ahead, now: Temporal.Instant): string[] {
  const offered = about.sessions.filter(({ id }) => id === line?.slot?.id);
  return (sessions.length > 0 ? sessions : offered)
    .filter(({ endsAt }) => endsAt.epochMilliseconds > now.epochMilliseconds)
    .map((session) => `${capital(spanInWords(session, now))}. ${placesFor(form, [session], about).join('')}.`);
}
