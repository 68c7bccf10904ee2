import type { Temporal } from 'temporal-polyfill';

export type LastFridayRule = {
  /** The clock in Stockholm, `12:00`. */
  klockan: string;
  /** A last Friday (`fran`, 2026-12-25) that is moved to `till`, or cancelled when `till` is missing. */
  andringar: readonly { fran: string; till?: string }[];
};

const FRIDAY = 5;

/** The last Friday of the month. */
export function lastFridayOf(month: Temporal.PlainYearMonth): Temporal.PlainDate {
  const last = month.toPlainDate({ day: month.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - FRIDAY + 7) % 7 });
}
