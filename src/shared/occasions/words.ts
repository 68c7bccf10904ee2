import type { Temporal } from 'temporal-polyfill';
import { inStockholm } from '../time/stockholm.ts';
import { dateInWords, dateTimeInWords, timeInWords } from '../time/words.ts';
import { type BookingFacts, isDigitalTo } from './booking.ts';
import type { Audience, Occasion, SeatForm, SessionForm } from './occasion.ts';

export const FORM_WORDS: Record<SeatForm | 'hybrid', string> = {
  digital: 'digitalt',
  physical: 'på plats',
  hybrid: 'på plats eller digitalt',
};

/** "För …" */
export const AUDIENCE_WORDS: Record<Audience, string> = {
  everyone: 'alla som är nyfikna',
  assessed: 'er som kartläggs',
  foster_homes: 'familjehem',
  emergency_homes: 'jourhem',
  secretaries: 'kommunernas familjehemssekreterare',
  guests: 'inbjudna',
};

type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant };

/** "torsdag 14 januari kl. 18.00–20.00"; with both days when it ends on another one. The year stands where it is not that of `now`. */
export function spanInWords({ startsAt, endsAt }: Span, now?: Temporal.Instant): string {
  const from = inStockholm(startsAt);
  const to = inStockholm(endsAt);
  const begins = `${dateInWords(from, now)} kl. ${timeInWords(from)}`;
  return from.toPlainDate().equals(to.toPlainDate())
    ? `${begins}–${timeInWords(to)}`
    : `${begins} – ${dateInWords(to, now)} kl. ${timeInWords(to)}`;
}

/** "fredag 29 januari kl. 12.00"; of a day that is cut into times, until when they go on too. */
export function beginsInWords(occasion: Pick<Occasion, 'startsAt' | 'endsAt' | 'isSlotted'>, now: Temporal.Instant): string {
  return occasion.isSlotted ? spanInWords(occasion, now) : dateTimeInWords(inStockholm(occasion.startsAt), now);
}

type Held = Pick<Occasion, 'digital' | 'physical' | 'place'>;

/** "på nätet", "på plats, Biblioteket", "på plats, Biblioteket, eller på nätet" */
export function heldInWords({ digital, physical, place }: Held): string {
  if (!physical) return eveningInWords({ form: 'digital', place });
  return eveningInWords({ form: digital ? 'hybrid' : 'physical', place });
}

type Evening = { form: SessionForm; place?: string | null | undefined };

/** The same of one evening: those of a course may be held each in its own way. */
export function eveningInWords({ form, place }: Evening): string {
  if (form === 'digital') return 'på nätet';
  const there = place ? `på plats, ${place}` : 'på plats';
  return form === 'hybrid' ? `${there}${place ? ',' : ''} eller på nätet` : there;
}

/** Where somebody with such a seat is that evening: "digitalt", "Biblioteket", "på plats". */
export function whereInWords(seat: Pick<BookingFacts, 'form'>, evening: Evening): string {
  return isDigitalTo(seat, evening) ? FORM_WORDS.digital : (evening.place ?? FORM_WORDS.physical);
}

/** The same, so short that it stands on a leaf of the almanac: "på nätet", "Biblioteket", "Biblioteket eller på nätet" */
export function heldInShort({ digital, physical, place }: Held): string {
  if (!physical) return 'på nätet';
  const there = place ?? 'på plats';
  return digital ? `${there} eller på nätet` : there;
}
