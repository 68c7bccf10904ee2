import { Temporal } from 'temporal-polyfill';
import type { Occasion, OccasionSession } from '../../shared/occasions/occasion.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';

/** What an occasion has on one day: a session, or all the times of a day that is cut into such. */
export type Entry = {
  occasion: Occasion;
  /** Those of the day that are not over, the earliest first. */
  sessions: [OccasionSession, ...OccasionSession[]];
  starts: Temporal.ZonedDateTime;
  ends: Temporal.ZonedDateTime;
};

/** A month (`2027-01`) that has something. */
export type Month = { month: string; entries: [Entry, ...Entry[]] };

export const dayOf = (time: Temporal.ZonedDateTime): string => time.toPlainDate().toString();
const monthOf = (time: Temporal.ZonedDateTime): string => time.toPlainDate().toPlainYearMonth().toString();

const byTime = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other);

/** All that is not over, day by day. What has begun shows until it ends; a session stands on the day on which it begins. */
export function entriesOf(occasions: readonly Occasion[], now: Temporal.Instant): Entry[] {
  return occasions
    .flatMap((occasion) => {
      const ahead = occasion.sessions.filter(({ endsAt }) => byTime(endsAt, now) > 0);
      const days = Map.groupBy(
        ahead.toSorted((one, other) => byTime(one.startsAt, other.startsAt)),
        ({ startsAt }) => dayOf(inStockholm(startsAt)),
      );
      return [...days.values()].map((sessions) => entryOf(occasion, sessions as Entry['sessions']));
    })
    .toSorted(
      (one, other) => Temporal.ZonedDateTime.compare(one.starts, other.starts) || one.occasion.number - other.occasion.number,
    );
}

function entryOf(occasion: Occasion, sessions: Entry['sessions']): Entry {
  const last = sessions.reduce((latest, { endsAt }) => (byTime(endsAt, latest) > 0 ? endsAt : latest), sessions[0].endsAt);
  return { occasion, sessions, starts: inStockholm(sessions[0].startsAt), ends: inStockholm(last) };
}

/** Each occasion once, by what it has next. */
export function nextOfEach(entries: readonly Entry[]): Entry[] {
  const seen = new Set<number>();
  return entries.filter(({ occasion }) => !seen.has(occasion.number) && seen.add(occasion.number));
}

/** The months that have something, in order. */
export function monthsOf(entries: readonly Entry[]): Month[] {
  return [...Map.groupBy(entries, ({ starts }) => monthOf(starts))].map(([month, of]) => ({
    month,
    entries: of as Month['entries'],
  }));
}

/**
 * The month to show of those that have something: the one that is asked for, else the next after it, else the last of all.
 * Undefined when there is none at all.
 */
export function monthToShow(months: readonly Month[], wanted: string | undefined, now: Temporal.Instant): Month | undefined {
  const from = wanted ?? monthOf(inStockholm(now));
  return months.find(({ month }) => month >= from) ?? months.at(-1);
}

/** A day of the table; null is a day of another month. */
export type Week = { week: number; days: ({ date: Temporal.PlainDate; entries: Entry[] } | null)[] };

/** A month as the almanac has it: its weeks from Monday to Sunday. */
export function weeksOf(month: string, entries: readonly Entry[]): Week[] {
  const whole = Temporal.PlainYearMonth.from(month);
  const first = whole.toPlainDate({ day: 1 });
  const byDay = Map.groupBy(entries, ({ starts }) => dayOf(starts));
  const before = first.dayOfWeek - 1;
  const number = Math.ceil((before + whole.daysInMonth) / 7);
  return Array.from({ length: number }, (_, at) => {
    const monday = first.add({ days: at * 7 - before });
    const days = Array.from({ length: 7 }, (_, day) => {
      const date = monday.add({ days: day });
      return date.month === whole.month ? { date, entries: byDay.get(date.toString()) ?? [] } : null;
    });
    return { week: monday.weekOfYear ?? 0, days };
  });
}
