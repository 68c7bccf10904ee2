import { Temporal } from 'temporal-polyfill';
import { isWorkingDay, type NamedDayOff } from './days-off.ts';
import { inStockholm, STOCKHOLM } from './stockholm.ts';

export type WorkingDayRule = {
  /** How many working days, 1 or more. */
  arbetsdagar: number;
  /** The clock in Stockholm, `16:00`. */
  klockan: string;
  ledigaDagar: readonly NamedDayOff[];
};

/**
 * The clock time on the n-th working day after the day of `now` in Stockholm. The day itself never counts, whatever the
 * hour: who writes at 23.59 and who writes at 8.00 get the same promise.
 */
export function byWorkingDay(now: Temporal.Instant, rule: WorkingDayRule): Temporal.ZonedDateTime {
  let date = inStockholm(now).toPlainDate();
  for (let left = rule.arbetsdagar; left > 0; ) {
    date = date.add({ days: 1 });
    if (isWorkingDay(date, rule.ledigaDagar)) left -= 1;
  }
  return date.toZonedDateTime({ timeZone: STOCKHOLM, plainTime: Temporal.PlainTime.from(rule.klockan) });
}
