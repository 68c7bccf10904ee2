import { Temporal } from 'temporal-polyfill';
import { inStockholm, STOCKHOLM } from '../../shared/time/stockholm.ts';

/** A day as a form sends it; undefined for anything else, and for years that nobody means. */
export function readDay(text: string | undefined): Temporal.PlainDate | undefined {
  const [, year] = /^(20[2-9]\d)-\d{2}-\d{2}$/.exec(text?.trim() ?? '') ?? [];
  if (year === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(text?.trim() ?? '');
  } catch {
    return undefined;
  }
}

/** "18:00", "18.00", "9.30" */
export function readTime(text: string | undefined): Temporal.PlainTime | undefined {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?::00)?$/.exec(text?.trim() ?? '') ?? [];
  return hour === undefined ? undefined : Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) });
}

/** When the clock in Stockholm shows that. */
export function momentAt(day: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: STOCKHOLM, plainTime: time }).toInstant();
}

/** As the fields of a form hold it. */
export function dayAndTime(moment: Temporal.Instant): { day: string; time: string } {
  const at = inStockholm(moment);
  return { day: at.toPlainDate().toString(), time: at.toPlainTime().toString({ smallestUnit: 'minute' }) };
}
