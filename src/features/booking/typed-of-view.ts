import type { Lists } from '../../shared/form/typed.ts';
import type { BookingView } from '../../shared/occasions/booking.ts';
import { ownSlot } from './change.ts';
import type { Adult } from './own-booking.ts';
import { adultsIn, agesIn, agesInWords } from './people.ts';

/** What the form of a change shows before anything is changed. */
export function typedOfView(view: BookingView, adults?: readonly Adult[]): Lists {
  const named = view.people.flatMap(({ member }) => (member === undefined ? [] : [member]));
  const slot = ownSlot(view);
  return {
    form: [view.form],
    tid: slot ? [slot] : [],
    vuxna: adults ? named : [String(adultsIn(view.people))],
    aldrar: [agesInWords(agesIn(view.people))],
  };
}
