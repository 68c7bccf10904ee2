import { field } from '../../shared/form/read.ts';
import type { BookingAnswer } from '../../shared/occasions/booking.ts';
import type { doneTexts } from './booking.text.ts';
import { ACTS, type Act } from './visitor-booking.ts';

type Done = keyof typeof doneTexts;

/** The act that a button says. */
export const actIn = (form: FormData): Act | undefined => ACTS.find((act) => act === field(form, 'gor'));

const DONE: Record<Exclude<Act, 'cancel'>, Done> = { accept: 'taget', pass: 'vidare', leave: 'lamnat', suits: 'passar' };

/** What the booking's page says after an act; of a booking that has ended it says so by itself. Throws for what no act can be answered with. */
export function saidAfter(act: Act, answer: BookingAnswer): Done | undefined {
  if (answer.ok) return act === 'cancel' ? undefined : DONE[act];
  if (answer.reason === 'no_offer') return 'inget-erbjudande';
  if (answer.reason === 'ended' || answer.reason === 'over') return undefined;
  throw new Error(`an act was answered with ${answer.reason}`);
}
