import { Temporal } from 'temporal-polyfill';
import { STOCKHOLM } from '../../shared/time/stockholm.ts';

/** A day to be cut into slots. The clock is Stockholm's; several who meet families do so at the same times. */
export type DayToCut = {
  day: Temporal.PlainDate;
  from: Temporal.PlainTime;
  to: Temporal.PlainTime;
  /** Minutes of each, and between two. */
  length: number;
  pause: number;
  staff: readonly string[];
};
export type Slot = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; staff?: string };

export const MOST_SLOTS = 100;

/** The slots of the day, the first ones first; the last one ends no later than the day does. */
export function cutSlots({ day, from, to, length, pause, staff }: DayToCut): Slot[] {
  const at = (time: Temporal.PlainTime) => day.toZonedDateTime({ timeZone: STOCKHOLM, plainTime: time }).toInstant();
  const end = at(to);
  const slots: Slot[] = [];
  for (let startsAt = at(from); ; ) {
    const endsAt = startsAt.add({ minutes: length });
    if (Temporal.Instant.compare(endsAt, end) > 0) return slots;
    slots.push(...(staff.length > 0 ? staff.map((one) => ({ startsAt, endsAt, staff: one })) : [{ startsAt, endsAt }]));
    startsAt = endsAt.add({ minutes: pause });
  }
}
