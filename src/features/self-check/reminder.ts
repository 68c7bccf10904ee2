import ical, { ICalAlarmType } from 'ical-generator';
import type { Temporal } from 'temporal-polyfill';
import { inStockholm } from '../../shared/time/stockholm.ts';

/** A calendar file with one whole day so many months ahead; `address` is where to come back to. The same day gives the same file. */
export function reminder(now: Temporal.Instant, months: number, address: string): string {
  const today = inStockholm(now).toPlainDate();
  const day = today.add({ months });
  const calendar = ical({ prodId: { company: 'GFO', product: 'familjehem', language: 'SV' } });
  const event = calendar.createEvent({
    id: `paminnelse-${today.toString()}-${months}@gfo`,
    start: day.toString(),
    allDay: true,
    stamp: `${today.toString()}T00:00:00Z`,
    summary: 'Hur känns det nu? Läs om familjehem igen',
    description: `Ni ville tänka ett tag. ${address}`,
    url: address,
  });
  event.createAlarm({ type: ICalAlarmType.display, trigger: -9 * 60 * 60, description: 'Hur känns det nu?' });
  return calendar.toString();
}
