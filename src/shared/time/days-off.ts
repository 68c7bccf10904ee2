import Holidays from 'date-holidays';
import type { Temporal } from 'temporal-polyfill';

/** Eves that are no public holidays, yet may be counted as days off. */
export type NamedDayOff = 'julafton' | 'nyårsafton' | 'midsommarafton';

const SATURDAY = 6;
const sweden = new Holidays('SE', { languages: ['sv'] });
const years = new Map<number, ReturnType<typeof holidaysOf>>();

/** Whether people are at work: no weekend, no Swedish public holiday, and none of the eves in `extra`. */
export function isWorkingDay(date: Temporal.PlainDate, extra: readonly NamedDayOff[]): boolean {
  if (date.dayOfWeek >= SATURDAY) return false;
  const holidays = years.get(date.year) ?? remember(date.year);
  const day = date.toString();
  return !holidays.publicDays.has(day) && !extra.some((name) => holidays.named.get(name) === day);
}

/** Whether it is a day that is red in the almanac, other than an ordinary Sunday. */
export function isPublicHoliday(date: Temporal.PlainDate): boolean {
  return (years.get(date.year) ?? remember(date.year)).publicDays.has(date.toString());
}

// The calendar of a year takes milliseconds to work out, and every page with a date asks for it.
function remember(year: number) {
  const holidays = holidaysOf(year);
  years.set(year, holidays);
  return holidays;
}

function holidaysOf(year: number) {
  const all = sweden.getHolidays(year).map(({ date, name, type }) => ({ day: date.slice(0, 10), name, type }));
  return {
    publicDays: new Set(all.filter(({ type }) => type === 'public').map(({ day }) => day)),
    named: new Map<string, string>(all.map(({ name, day }) => [name, day])),
  };
}
