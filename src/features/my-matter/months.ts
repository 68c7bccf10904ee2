import type { Temporal } from 'temporal-polyfill';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { monthInWords } from '../../shared/time/words.ts';

/** How far ahead a pause can reach. */
const MONTHS = 24;

/** The months to choose from, the next one first, as a form sends them and as they are read. */
export function monthsAhead(now: Temporal.Instant): { value: string; label: string }[] {
  const first = inStockholm(now).toPlainDate().toPlainYearMonth();
  return Array.from({ length: MONTHS }, (_, index) => {
    const month = first.add({ months: index + 1 });
    return { value: month.toString(), label: `${monthInWords(month)} ${month.year}` };
  });
}
