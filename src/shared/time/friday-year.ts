import { Temporal } from 'temporal-polyfill';
import { isPublicHoliday, isWorkingDay, type NamedDayOff } from './days-off.ts';
import { type LastFridayRule, lastFridayOf } from './last-friday.ts';

/** One month's day by the rule. `why` it is another than the last Friday: that is a day off, the day before one, or somebody has decided. */
export type FridayOfMonth = {
  month: Temporal.PlainYearMonth;
  friday: Temporal.PlainDate;
  /** Undefined: somebody has decided that there is none. */
  on: Temporal.PlainDate | undefined;
  why?: 'day_off' | 'before_day_off' | 'decided';
  /** Waits for a coordinator to say whether that day will do. */
  isProposed: boolean;
};

/**
 * The last Fridays of a year. One on which people are off, or that is the day before a red day, is proposed on the nearest Friday
 * before it in the month that is neither; when there is none, on the nearest working day before it.
 */
export function fridaysOf(
  year: number,
  { andringar }: Pick<LastFridayRule, 'andringar'>,
  daysOff: readonly NamedDayOff[],
): FridayOfMonth[] {
  return Array.from({ length: 12 }, (_, at) => {
    const month = Temporal.PlainYearMonth.from({ year, month: at + 1 });
    const friday = lastFridayOf(month);
    const decided = andringar.find(({ fran }) => fran === friday.toString());
    if (decided) {
      const on = decided.till === undefined ? undefined : Temporal.PlainDate.from(decided.till);
      return { month, friday, on, why: 'decided', isProposed: false };
    }
    if (suits(friday, daysOff)) return { month, friday, on: friday, isProposed: false };
    const why = isWorkingDay(friday, daysOff) ? 'before_day_off' : 'day_off';
    return { month, friday, on: before(friday, daysOff), why, isProposed: true };
  });
}

/** Nobody comes on a day off, nor in the evening of travelling before one. */
function suits(day: Temporal.PlainDate, daysOff: readonly NamedDayOff[]): boolean {
  return isWorkingDay(day, daysOff) && !isPublicHoliday(day.add({ days: 1 }));
}

function before(friday: Temporal.PlainDate, daysOff: readonly NamedDayOff[]): Temporal.PlainDate {
  for (let day = friday.subtract({ weeks: 1 }); day.month === friday.month; day = day.subtract({ weeks: 1 }))
    if (suits(day, daysOff)) return day;
  let day = friday.subtract({ days: 1 });
  while (!suits(day, daysOff)) day = day.subtract({ days: 1 });
  return day;
}
