import type { Fault } from '../../shared/form/faults.ts';
import type { Lists } from '../../shared/form/typed.ts';
import type { BookingAnswer } from '../../shared/occasions/booking.ts';
import type { Occasion } from '../../shared/occasions/occasion.ts';
import { type Reason, faultTexts as say } from './booking.text.ts';

export type No = Extract<BookingAnswer, { ok: false }>;

/** What a page of a booking shows when a form was refused: what is wrong in a field, or why it cannot be done. */
export type Refused = {
  ok: false;
  typed: Lists;
  faults: Fault[];
  refused?: { reason: Reason; with: { title: string; at: string }[] };
};

/** A reason that one field can mend, as its fault. */
export function faultFor(reason: Reason, { largestParty }: Pick<Occasion, 'largestParty'>): Fault | undefined {
  if (reason === 'slot_taken') return { name: 'tid', text: say.slotGone };
  if (reason === 'too_many') return { name: 'vuxna', text: say.tooMany(largestParty) };
  if (reason === 'no_adult') return { name: 'vuxna', text: say.nobody };
  if (reason === 'not_this_form') return { name: 'form', text: say.form };
  return undefined;
}

export function refusedFor(no: No, typed: Lists, occasion: Occasion): Refused {
  const fault = faultFor(no.reason, occasion);
  if (fault) return { ok: false, typed, faults: [fault] };
  const clashes = (no.with ?? []).map(({ title, startsAt }) => ({ title, at: startsAt.toString() }));
  return { ok: false, typed, faults: [], refused: { reason: no.reason, with: clashes } };
}
