import type { Temporal } from 'temporal-polyfill';
import type { BookingView } from '../../shared/occasions/booking.ts';
import { mayChange, statusOf } from './status.ts';

/** The pages of one booking: what it is, and where it is changed, cancelled, and told what is needed. */
export const STEPS = { andra: 'Ändra bokningen', avboka: 'Vill ni avboka?', behov: 'Behov och frågor' } as const;
export type Step = keyof typeof STEPS;

/** The page that the end of an address is: `''` the booking itself; undefined for none of them. */
export function stepIn(end: string | undefined): Step | '' | undefined {
  if (!end) return '';
  return Object.hasOwn(STEPS, end) ? (end as Step) : undefined;
}

type Standing = Parameters<typeof statusOf>[0] & Pick<BookingView, 'isMine'>;

/** Whether that can be done with the booking as it stands; who comes late is shown how it stands instead. */
export function isOpen(step: Step | '', view: Standing, now: Temporal.Instant): boolean {
  if (step === '') return true;
  if (step === 'andra') return mayChange(view, now);
  if (step === 'behov' && !view.isMine) return false;
  const status = statusOf(view, now);
  return status === 'booked' || status === 'waiting' || (status === 'offer' && view.state === 'booked');
}

export function headingOf(step: Step | '', { state }: BookingView): string {
  if (step === '') return 'Er bokning';
  return step === 'avboka' && state === 'waiting' ? 'Vill ni lämna kön?' : STEPS[step];
}
