import type { Lists } from '../../shared/form/typed.ts';
import type { ACCESS_NEEDS, BookingView } from '../../shared/occasions/booking.ts';
import type { SeatForm } from '../../shared/occasions/occasion.ts';
import type { Needs } from './booking.schema.ts';

type Access = (typeof ACCESS_NEEDS)[number];

/** What is asked of whoever comes in that form: a hearing loop is of a room. */
export const ACCESS_OF: Record<SeatForm, readonly Access[]> = {
  digital: ['interpreter', 'captions', 'other'],
  physical: ['hearing_loop', 'interpreter', 'step_free', 'captions', 'other'],
};

/** As the database reads them; `{}` when there is nothing to say. Nobody is fed over the net. */
export function needsAsText({ behov, behovstext, mat, fraga }: Needs, form: SeatForm): string {
  const access = behov.filter((need) => ACCESS_OF[form].includes(need));
  const food = form === 'physical' ? mat : undefined;
  return JSON.stringify({
    ...(access.length > 0 && { access }),
    ...(behovstext && { accessText: behovstext }),
    ...(food && { food }),
    ...(fraga && { question: fraga }),
  });
}

/** What the form shows of the needs that are kept. */
export function needsTyped(needs: BookingView['needs']): Lists {
  const text = (value: string | undefined) => (value === undefined ? [] : [value]);
  return {
    behov: needs?.access ?? [],
    behovstext: text(needs?.accessText),
    mat: text(needs?.food),
    fraga: text(needs?.question),
  };
}
