import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import { bookingFactsSchema } from '../../shared/occasions/booking.ts';
import { timestamp } from '../../shared/time/timestamp.ts';

/** What stands in the rows of mails about bookings: `private.booking_facts`, and for some templates this beside it. */

export const bookingPayload = bookingFactsSchema;

export const movedPayload = bookingFactsSchema.extend({
  /** The times that hold no more; none when only the place is another. */
  was: z.array(z.object({ startsAt: timestamp, endsAt: timestamp })).default([]),
});

export const cancelledPayload = bookingFactsSchema.extend({
  why: z.enum(Constants.public.Enums.booking_end),
  /** What it was until then: a seat, or a place in line. */
  had: z.enum(Constants.public.Enums.booking_state),
  /** What the coordinators say of it, when it is they who cancel. */
  text: z.string().max(1000).optional(),
});

export const reminderPayload = bookingFactsSchema.extend({
  when: z.enum(['week', 'day', 'hour']),
  session: z.uuid(),
});

export const messagePayload = bookingFactsSchema.extend({
  subject: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[^\r\n]*$/),
  body: z.string().min(1).max(5000),
});

/** `title` is the certificate's. A guest's is on the page of the booking, anyone else's behind the sign-in. */
export const certificatePayload = bookingFactsSchema.pick({ title: true, ours: true, booking: true });
