import { Temporal } from 'temporal-polyfill';
import { capital } from '../../shared/form/capital.ts';
import { numberInWords } from '../../shared/number-in-words.ts';
import { formsOf, type Occasion, type SeatForm, type Seats } from '../../shared/occasions/occasion.ts';
import { AUDIENCE_WORDS, eveningInWords, heldInWords, spanInWords } from '../../shared/occasions/words.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { dateInWords, dateTimeInWords, monthInWords, timeInWords } from '../../shared/time/words.ts';
import type { Entry } from './calendar.rules.ts';
import { isOpen, type Standing, standingOf, together } from './standing.rules.ts';

/** "Januari 2027" */
export function monthHeading(month: string): string {
  const { month: number, year } = Temporal.PlainYearMonth.from(month);
  return `${capital(monthInWords({ month: number }))} ${year}`;
}
/** "januari", for the middle of a sentence. */
export const monthWord = (month: string): string => monthInWords(Temporal.PlainYearMonth.from(month));

const SEATS = { one: 'plats', many: 'platser' };
const SLOTS = { one: 'tid', many: 'tider' };
const count = (number: number, { one, many }: typeof SEATS) => `${numberInWords(number)} ${number === 1 ? one : many}`;

/** How it stands, in a few words, for a list. */
export function standingWords(occasion: Occasion, now: Temporal.Instant): string {
  const unit = occasion.isSlotted ? SLOTS : SEATS;
  switch (standingOf(occasion)) {
    case 'cancelled':
      return 'Inställt';
    case 'begun':
      return 'Har börjat';
    case 'closed':
      return 'Bokningen är stängd';
    case 'not_open_yet':
      return `Går att boka från ${opensInWords(occasion, now)}`;
    case 'full':
      return 'Fullt, men det finns en kö';
    case 'few':
      return `${capital(count(together(occasion).free, unit))} kvar`;
    case 'free':
      return occasion.isSlotted ? 'Lediga tider' : 'Platser finns';
  }
}

function opensInWords({ bookingOpensAt }: Occasion, now: Temporal.Instant): string {
  return bookingOpensAt ? dateTimeInWords(inStockholm(bookingOpensAt), now) : 'senare';
}

const FORM_NAMES: Record<SeatForm, string> = { digital: 'På nätet', physical: 'På plats' };

/** Each form, and what is left of it: "På nätet", "12 av 40 platser är lediga". */
export function seatsByForm(occasion: Occasion): { form: SeatForm; name: string; words: string }[] {
  return formsOf(occasion).map((form) => ({
    form,
    name: FORM_NAMES[form],
    words: seatWords(occasion[form] as Seats, occasion.isSlotted),
  }));
}

function seatWords({ seats, free, inLine }: Seats, isSlotted: boolean): string {
  if (free > 0 && isSlotted) return `${count(free, SLOTS)} ${free === 1 ? 'är ledig' : 'är lediga'}`;
  if (free > 0) return `${free} av ${seats} platser ${free === 1 ? 'är ledig' : 'är lediga'}`;
  return inLine === 0 ? 'fullt, ingen står i kö' : `fullt, ${numberInWords(inLine)} står i kö`;
}

/** What one can do; undefined when there is nothing to do. */
export function actWords(occasion: Occasion): string | undefined {
  const standing = standingOf(occasion);
  if (!isOpen(standing)) return undefined;
  if (standing === 'full') return 'Ställ er i kö';
  return occasion.isSlotted ? 'Välj en tid' : 'Boka plats';
}

/** Why there is nothing to do, or what that would mean. */
export function whyWords(occasion: Occasion, now: Temporal.Instant): string {
  switch (standingOf(occasion)) {
    case 'cancelled':
      return 'Det här är inställt. De som hade bokat har fått ett mejl.';
    case 'begun':
      return Temporal.Instant.compare(occasion.endsAt, now) <= 0
        ? 'Det här har varit.'
        : 'Det här har redan börjat, så det går inte att boka längre.';
    case 'closed':
      return 'Bokningen är stängd. Ring oss om ni ändå vill komma, så ser vi vad som går.';
    case 'not_open_yet':
      return `Bokningen öppnar ${opensInWords(occasion, now)}.`;
    case 'full':
      return 'Blir en plats ledig mejlar vi den som står först i kön.';
    case 'few':
    case 'free':
      return '';
  }
}

/** "kl. 18.00–20.30" */
export const clockWords = ({ starts, ends }: Entry): string => `kl. ${timeInWords(starts)}–${timeInWords(ends)}`;

/** ", åtta tider" of a day that is cut into such; otherwise nothing. */
export const slotsWords = ({ occasion, sessions }: Entry): string =>
  occasion.isSlotted ? `, ${count(sessions.length, SLOTS)}` : '';

/** How what the day has is held: of a course that evening, wherever the others are. */
export function heldWords({ occasion, sessions: [evening] }: Entry): string {
  if (occasion.isSlotted) return heldInWords(occasion);
  return eveningInWords({ form: evening.form, place: evening.place ?? occasion.place });
}

/** "Träff 3 av 8"; undefined where there is only one. */
export function partWords({ occasion, sessions }: Entry): string | undefined {
  if (occasion.isSlotted || occasion.sessions.length < 2) return undefined;
  return `Träff ${1 + occasion.sessions.indexOf(sessions[0])} av ${occasion.sessions.length}`;
}

/** What stands on the leaf of an occasion: its next session that is not over, and when all are, its last. */
export function leafTime({ sessions, startsAt }: Occasion, now: Temporal.Instant): Temporal.ZonedDateTime {
  const next = sessions.find(({ endsAt }) => Temporal.Instant.compare(endsAt, now) > 0) ?? sessions.at(-1);
  return inStockholm(next?.startsAt ?? startsAt);
}

/** "fredag 29 januari kl. 12.00–13.00", "sex träffar från tisdag 5 januari kl. 18.00" */
export function timeOfAll(occasion: Occasion, now: Temporal.Instant): string {
  const { sessions, isSlotted, startsAt } = occasion;
  if (isSlotted || sessions.length < 2) return spanInWords(occasion, now);
  return `${numberInWords(sessions.length)} träffar från ${dateTimeInWords(inStockholm(startsAt), now)}`;
}

/** "Sex träffar, den sista torsdag 12 mars"; undefined where there is only one. */
export function lastWords({ occasion, starts }: Entry, now: Temporal.Instant): string | undefined {
  const last = occasion.sessions.at(-1);
  if (!last || occasion.isSlotted || occasion.sessions.length < 2) return undefined;
  const meetings = `${capital(numberInWords(occasion.sessions.length))} träffar`;
  const day = inStockholm(last.startsAt);
  return day.toPlainDate().equals(starts.toPlainDate())
    ? `${meetings}, det här är den sista`
    : `${meetings}, den sista ${dateInWords(day, now)}`;
}

/** What the leaf of the day looks like. */
export function markOf(standing: Standing): 'full' | 'pale' | 'off' | undefined {
  if (standing === 'cancelled') return 'off';
  if (standing === 'full') return 'full';
  return isOpen(standing) ? undefined : 'pale';
}

/** "familjehem, jourhem och er som kartläggs" */
export function audienceWords({ audience }: Occasion): string {
  const words = audience.includes('everyone') ? [AUDIENCE_WORDS.everyone] : audience.map((who) => AUDIENCE_WORDS[who]);
  return new Intl.ListFormat('sv', { type: 'conjunction' }).format(words);
}

/** "fredag 29 januari: Så funkar det kl. 12.00" */
export function dayWords(day: Temporal.PlainDate, entries: readonly Entry[], now: Temporal.Instant): string {
  const what = entries.map(({ occasion, starts }) => `${occasion.title} kl. ${timeInWords(starts)}`);
  return `${dateInWords(day, now)}: ${what.join(', ')}`;
}

/** What its page is called, so that no two are called the same: "Så funkar det, fredag 29 januari kl. 12.00" */
export function titleOf({ title, startsAt }: Occasion, now: Temporal.Instant): string {
  return `${title}, ${dateTimeInWords(inStockholm(startsAt), now)}`;
}

/** The page in a sentence or two, for who finds it by a search. */
export function aboutInWords(occasion: Occasion, now: Temporal.Instant): string {
  const what = occasion.theme ? `${occasion.title}: ${occasion.theme}` : occasion.title;
  return `${what}. ${capital(timeOfAll(occasion, now))}, ${heldInWords(occasion)}. För ${audienceWords(occasion)}. Det kostar ingenting.`;
}
