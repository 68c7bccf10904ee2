import type { Fault } from '../../shared/form/faults.ts';
import type { Lists } from '../../shared/form/typed.ts';
import type { BookingAnswer } from '../../shared/occasions/booking.ts';
import { formsOf, type Occasion, SEAT_FORMS, type SeatForm } from '../../shared/occasions/occasion.ts';
import { type Reason, faultTexts as say } from './booking.text.ts';

export type No = Extract<BookingAnswer, { ok: false }>;

/** What a page of a booking shows when a form was refused: what is wrong in a field, or why it cannot be done. */
export type Refused = {
  ok: false;
  typed: Lists;
  faults: Fault[];
  refused?: { reason: Reason; with: { title: string; at: string }[] };
};

type Room = Pick<Occasion, 'largestParty' | 'digital' | 'physical'>;

/** How many may come in one booking: no more than there are seats of that form in all. One that has none takes more later. */
function mostIn(occasion: Room, form: SeatForm | undefined): number {
  const seats = form && occasion[form]?.seats;
  return seats ? Math.min(occasion.largestParty, seats) : occasion.largestParty;
}

/** A reason that one field can mend, as its fault. */
export function faultFor(reason: Reason, occasion: Room, form?: SeatForm): Fault | undefined {
  if (reason === 'slot_taken') return { name: 'tid', text: say.slotGone };
  if (reason === 'too_many') return { name: 'vuxna', text: say.tooMany(mostIn(occasion, form)) };
  if (reason === 'no_adult') return { name: 'vuxna', text: say.nobody };
  if (reason === 'not_this_form') return { name: 'form', text: say.form };
  return undefined;
}

export function refusedFor(no: No, typed: Lists, occasion: Occasion): Refused {
  const [first, ...others] = formsOf(occasion);
  const form = others.length === 0 ? first : SEAT_FORMS.find((one) => one === typed.form?.[0]);
  const fault = faultFor(no.reason, occasion, form);
  if (fault) return { ok: false, typed, faults: [fault] };
  const clashes = (no.with ?? []).map(({ title, startsAt }) => ({ title, at: startsAt.toString() }));
  return { ok: false, typed, faults: [], refused: { reason: no.reason, with: clashes } };
}
