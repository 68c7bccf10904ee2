import type { Temporal } from 'temporal-polyfill';
import { capital } from '../../shared/form/capital.ts';
import type { Audience, SeatForm } from '../../shared/occasions/occasion.ts';
import { AUDIENCE_WORDS, FORM_WORDS, spanInWords } from '../../shared/occasions/words.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { dateInWords, dateTimeInWords, monthInWords, timeInWords } from '../../shared/time/words.ts';
import { formsHeld, takenOf } from './list.rules.ts';
import type { DeskForm, DeskRow } from './run-occasions.schema.ts';

/** Whom it is for, as colleagues say it among themselves. */
export const WHOM: Record<Audience, string> = { ...AUDIENCE_WORDS, assessed: 'hem i kartläggning' };

/** "Fredag 29 januari kl. 12.00–13.00"; of a course, when it begins. Without `now` the year is known from what stands above. */
export function whenOf({ startsAt, endsAt, sessions, isSlotted }: DeskRow, now?: Temporal.Instant): string {
  if (!startsAt || !endsAt) return 'Ingen tid än';
  const from = inStockholm(startsAt);
  if (isSlotted) return `${capital(dateInWords(from, now))} från kl. ${timeInWords(from)}`;
  return sessions > 1 ? capital(dateTimeInWords(from, now)) : capital(spanInWords({ startsAt, endsAt }, now));
}

/** "8 träffar, till 18 mars"; nothing of one that is over in a day. */
export function partsOf({ endsAt, sessions, isSlotted }: DeskRow): string | undefined {
  if (isSlotted) return sessions === 1 ? '1 tid' : `${sessions} tider`;
  if (sessions < 2 || !endsAt) return undefined;
  const to = inStockholm(endsAt);
  return `${sessions} träffar, till ${to.day} ${monthInWords(to)}`;
}

/** "14 av 20 digitalt", or of slots "3 av 6 tider". */
export function fillOf(form: SeatForm, counted: DeskForm, isSlotted: boolean): string {
  const { seats } = counted;
  const taken = takenOf(counted);
  return isSlotted ? `${taken} av ${seats} ${seats === 1 ? 'tid' : 'tider'}` : `${taken} av ${seats} ${FORM_WORDS[form]}`;
}

/** What is more than booked: "2 över", "3 i kö", "1 erbjuden". */
export function moreOf({ free, inLine, offered }: DeskForm): string[] {
  return [
    free < 0 && `${-free} över`,
    offered > 0 && `${offered} ${offered === 1 ? 'erbjuden' : 'erbjudna'}`,
    inLine > 0 && `${inLine} i kö`,
  ].filter((text) => text !== false);
}

const BOOKING_WORDS = {
  cancelled: 'Inställt',
  not_published: 'Utkast',
  begun: 'Pågår',
  closed: 'Bokningen stängd',
  not_open_yet: 'Öppnar senare',
} as const;

/** How it stands with it, in a word or two. */
export function standingOf(row: DeskRow, isPast: boolean): string {
  if (row.state === 'proposed') return 'Förslag';
  if (row.state === 'draft') return 'Utkast';
  if (isPast) return row.state === 'cancelled' ? 'Inställt' : 'Har varit';
  if (row.notBookable) return BOOKING_WORDS[row.notBookable];
  return formsHeld(row).every(({ form }) => form.free <= 0) ? 'Fullt' : 'Öppet';
}

/** "12 kom, 2 uteblev"; nothing when nobody has noted it. */
export function turnoutOf({ attendance: { attended, absent } }: Pick<DeskRow, 'attendance'>): string {
  if (attended + absent === 0) return 'Inte noterat';
  return absent === 0 ? `${attended} kom` : `${attended} kom, ${absent} uteblev`;
}
