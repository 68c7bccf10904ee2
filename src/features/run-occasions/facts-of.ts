import type { z } from 'zod';
import type { bookingFactsSchema } from '../../shared/occasions/booking.ts';
import type { SeatForm } from '../../shared/occasions/occasion.ts';
import { held } from './columns.ts';
import { formsHeld } from './list.rules.ts';
import type { DeskOccasion } from './run-occasions.schema.ts';

type Facts = z.output<typeof bookingFactsSchema>;

/** A booking of this occasion as a mail tells it, of nobody: to show what those booked are going to read. */
export function factsOf(occasion: DeskOccasion): Facts {
  const form: SeatForm = formsHeld(occasion)[0]?.name ?? 'digital';
  return {
    booking: occasion.id,
    number: 0,
    ours: false,
    sequence: 0,
    state: 'booked',
    seats: 1,
    isSlot: occasion.isSlotted,
    occasion: occasion.number,
    activity: occasion.activity,
    title: occasion.title,
    form,
    ...(occasion.theme && { theme: occasion.theme }),
    sessions: held(occasion)
      .slice(0, occasion.isSlotted ? 1 : undefined)
      .map(({ id, part, startsAt, endsAt, form: its, place }) => {
        const where = place ?? occasion.place;
        return {
          id,
          part,
          startsAt,
          endsAt,
          form: its,
          ...(where && { place: where }),
        };
      }),
  };
}
