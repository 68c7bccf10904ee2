import { Temporal } from 'temporal-polyfill';

export const STOCKHOLM = 'Europe/Stockholm';

/** The instant as the clock on the wall in Sweden shows it. */
export function inStockholm(instant: Temporal.Instant): Temporal.ZonedDateTime {
  return instant.toZonedDateTimeISO(STOCKHOLM);
}

/**
 * A timestamp from the database, with its offset: `2026-11-22 14:08:09+00` (the embedded Supabase) and
 * `2026-11-22T14:08:09Z` (hosted) alike. Throws a RangeError when the text is no such thing or has no offset.
 */
export function parseTimestamp(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}
