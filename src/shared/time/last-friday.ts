import { Temporal } from 'temporal-polyfill';
import { isWorkingDay, type NamedDayOff } from './days-off.ts';
import { inStockholm, STOCKHOLM } from './stockholm.ts';

export type LastFridayRule = {
  /** The clock in Stockholm, `12:00`. */
  klockan: string;
  /** A last Friday (`fran`, 2026-12-25) that is moved to `till`, or cancelled when `till` is missing. */
  andringar: readonly { fran: string; till?: string }[];
};

const FRIDAY = 5;

/**
 * The next start after `now` on the last Friday of a month. A last Friday that is a day off is left out unless it is
 * moved. A date that somebody wrote in `till` stands as written, even before the Friday it replaces or on a day off.
 */
export function nextLastFriday(
  now: Temporal.Instant,
  rule: LastFridayRule,
  daysOff: readonly NamedDayOff[],
): Temporal.ZonedDateTime {
  const changed = new Set(rule.andringar.map(({ fran }) => fran));
  const start = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone: STOCKHOLM, plainTime: Temporal.PlainTime.from(rule.klockan) });
  const isAhead = (time: Temporal.ZonedDateTime) => Temporal.Instant.compare(time.toInstant(), now) > 0;

  const moved = rule.andringar.flatMap(({ till }) => (till === undefined ? [] : [start(Temporal.PlainDate.from(till))]));
  const [earliest] = [...moved.filter(isAhead), firstUnchanged()].sort((a, b) => Temporal.ZonedDateTime.compare(a, b));
  return earliest as Temporal.ZonedDateTime;

  function firstUnchanged(): Temporal.ZonedDateTime {
    for (let month = inStockholm(now).toPlainDate().toPlainYearMonth(); ; month = month.add({ months: 1 })) {
      const friday = lastFridayOf(month);
      const stands = !changed.has(friday.toString()) && isWorkingDay(friday, daysOff);
      if (stands && isAhead(start(friday))) return start(friday);
    }
  }
}

/** The next `count` starts after `now`, the nearest first. */
export function nextLastFridays(
  now: Temporal.Instant,
  count: number,
  rule: LastFridayRule,
  daysOff: readonly NamedDayOff[],
): Temporal.ZonedDateTime[] {
  const starts: Temporal.ZonedDateTime[] = [];
  for (let after = now; starts.length < count; after = (starts.at(-1) as Temporal.ZonedDateTime).toInstant())
    starts.push(nextLastFriday(after, rule, daysOff));
  return starts;
}

/** The last Friday of the month. */
export function lastFridayOf(month: Temporal.PlainYearMonth): Temporal.PlainDate {
  const last = month.toPlainDate({ day: month.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - FRIDAY + 7) % 7 });
}
