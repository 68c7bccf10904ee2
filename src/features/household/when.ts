import type { Temporal } from 'temporal-polyfill';
import { inStockholm, parseTimestamp } from '../../shared/time/stockholm.ts';
import { dateInWords, dateTimeInWords } from '../../shared/time/words.ts';

export type CallBy = { late: boolean; text: string };

/** By when GFO has promised to be heard of, and whether that has passed. */
export function callBy(timestamp: string, now: Temporal.Instant): CallBy {
  const instant = parseTimestamp(timestamp);
  const late = instant.epochMilliseconds < now.epochMilliseconds;
  return { late, text: dateTimeInWords(inStockholm(instant), now) };
}

/** "torsdag 19 november" */
export function dayOf(timestamp: string, now: Temporal.Instant): string {
  return dateInWords(inStockholm(parseTimestamp(timestamp)), now);
}

/** "torsdag 19 november kl. 9.12" */
export function momentOf(timestamp: string, now: Temporal.Instant): string {
  return dateTimeInWords(inStockholm(parseTimestamp(timestamp)), now);
}
