import type { Temporal } from 'temporal-polyfill';
import { inStockholm } from './stockholm.ts';

type Day = Pick<Temporal.PlainDate, 'dayOfWeek' | 'day' | 'month' | 'year'>;
type Clock = Pick<Temporal.PlainTime, 'hour' | 'minute'>;

const WEEKDAYS = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];
const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];

/** "fredag" */
export function weekdayInWords(day: Pick<Day, 'dayOfWeek'>): string {
  return WEEKDAYS[day.dayOfWeek - 1] ?? '';
}

/** "november" */
export function monthInWords(day: Pick<Day, 'month'>): string {
  return MONTHS[day.month - 1] ?? '';
}

/** "april" when it lies within a year, and otherwise "april 2028": the month alone would be taken for the next one. */
export function nearMonthInWords(day: Pick<Day, 'month' | 'year'>, now: Temporal.Instant): string {
  const today = inStockholm(now);
  const ahead = (day.year - today.year) * 12 + day.month - today.month;
  return ahead >= 0 && ahead < 12 ? monthInWords(day) : `${monthInWords(day)} ${day.year}`;
}

/** "fredag 27 november", and "fredag 29 januari 2027" when `now` is in another year. */
export function dateInWords(day: Day, now?: Temporal.Instant): string {
  const year = now && inStockholm(now).year !== day.year ? ` ${day.year}` : '';
  return `${weekdayInWords(day)} ${day.day} ${monthInWords(day)}${year}`;
}

/** "12.00", "9.30" */
export function timeInWords(clock: Clock): string {
  return `${clock.hour}.${String(clock.minute).padStart(2, '0')}`;
}

/** "fredag 27 november kl. 12.00", for a time that is already Stockholm's. */
export function dateTimeInWords(time: Day & Clock, now?: Temporal.Instant): string {
  return `${dateInWords(time, now)} kl. ${timeInWords(time)}`;
}
