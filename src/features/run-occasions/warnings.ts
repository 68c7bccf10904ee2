import { Temporal } from 'temporal-polyfill';
import type { Audience } from '../../shared/occasions/occasion.ts';
import { isWorkingDay } from '../../shared/time/days-off.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { dateInWords } from '../../shared/time/words.ts';
import { held } from './columns.ts';
import type { DeskOccasion } from './run-occasions.schema.ts';

/** Who has no calendar of their own here: they come by the guests' link. */
const BY_LINK: readonly Audience[] = ['guests', 'secretaries'];

/** What is worth a thought before an occasion is published, and is no fault. */
export function warningsOf(occasion: DeskOccasion, now: Temporal.Instant): string[] {
  const sessions = held(occasion);
  const red = sessions
    .map(({ startsAt }) => inStockholm(startsAt))
    .filter((at) => at.dayOfWeek < 6 && !isWorkingDay(at.toPlainDate(), []));
  const lacksLink = sessions.some(({ form, digitalLink }) => form !== 'physical' && !digitalLink && !occasion.digitalLink);
  const { bookingOpensAt, bookingClosesAt, startsAt } = occasion;
  const opensLate = bookingOpensAt && startsAt && Temporal.Instant.compare(bookingOpensAt, startsAt) >= 0;
  const closes = bookingClosesAt && Temporal.Instant.compare(bookingClosesAt, now) <= 0;
  const late = bookingClosesAt && startsAt && Temporal.Instant.compare(bookingClosesAt, startsAt) > 0;
  const texts: (string | false | null)[] = [
    ...red.map((at) => `${dateInWords(at, now)} är en röd dag.`),
    lacksLink && 'Länken till det digitala mötet saknas. Fyll i den senast dagen före, för då visas den för dem som har bokat.',
    opensLate && 'Bokningen öppnar först när det har börjat, så ingen hinner boka.',
    closes && 'Bokningen är redan stängd.',
    late && 'Bokningen stänger efter starten. Den stänger ändå när det börjar.',
    occasion.audience.every((audience) => BY_LINK.includes(audience)) &&
      'Det står inte i någon kalender. Bara den som har länken för inbjudna kan boka: den finns på tillfällets sida.',
  ];
  return texts.flatMap((text) => (text ? [text] : []));
}
