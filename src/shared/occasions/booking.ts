import { z } from 'zod';
import { Constants } from '../db/database.types.ts';
import { timestamp } from '../time/timestamp.ts';
import { occasionSchema } from './occasion.ts';

const { booking_end, booking_state, seat_form, session_form, wish_state } = Constants.public.Enums;

const bookedSession = z.object({
  id: z.uuid(),
  part: z.number(),
  startsAt: timestamp,
  endsAt: timestamp,
  form: z.enum(session_form),
  place: z.string().optional(),
  address: z.string().optional(),
  /** The digital meeting's address, from a day before and to who is booked so. */
  link: z.url().optional(),
});
export type BookedSession = z.infer<typeof bookedSession>;

/** A place in line, or the offer that it has become. `place` is 1 for the first; `slot` the slot that is offered. */
const lineSchema = z.object({
  state: z.enum(wish_state),
  form: z.enum(seat_form),
  seats: z.number(),
  place: z.number().optional(),
  until: timestamp.optional(),
  slot: z.object({ id: z.uuid(), startsAt: timestamp, endsAt: timestamp }).optional(),
});

/** A booking as `private.booking_facts` tells it: what mails and calendar files say. */
export const bookingFactsSchema = z.object({
  booking: z.uuid(),
  number: z.number(),
  /** Of a home's adult, who signs in to see it; otherwise a visitor's, with a link. */
  ours: z.boolean(),
  sequence: z.number(),
  state: z.enum(booking_state),
  form: z.enum(seat_form),
  seats: z.number(),
  occasion: z.number(),
  activity: z.string(),
  title: z.string(),
  theme: z.string().optional(),
  isSlot: z.boolean(),
  switchUntil: timestamp.optional(),
  sessions: z.array(bookedSession),
  line: lineSchema.optional(),
});
export type BookingFacts = z.infer<typeof bookingFactsSchema>;

/** Whether who has this booking follows the session over the net. */
export function isDigitalTo({ form }: Pick<BookingFacts, 'form'>, session: Pick<BookedSession, 'form'>): boolean {
  return session.form === 'digital' || (session.form === 'hybrid' && form === 'digital');
}

export const ACCESS_NEEDS = ['hearing_loop', 'interpreter', 'step_free', 'captions', 'other'] as const;

/** One seat each: an adult of a home, somebody named or who comes along, or a child, of whom the age alone is known. */
const personSchema = z.object({
  id: z.uuid(),
  member: z.uuid().optional(),
  name: z.string().optional(),
  age: z.number().optional(),
});

/** A booking as `private.booking_view` tells it: what its own page shows. */
export const bookingViewSchema = bookingFactsSchema.extend({
  people: z.array(personSchema),
  needs: z
    .object({
      access: z.array(z.enum(ACCESS_NEEDS)),
      accessText: z.string().optional(),
      food: z.string().optional(),
      question: z.string().optional(),
    })
    .nullable(),
  madeAt: timestamp,
  bookedAt: timestamp.nullable(),
  endedAt: timestamp.nullable(),
  endedWhy: z.enum(booking_end).nullable(),
  /** A session was moved, and nobody has said whether it still suits. */
  asksWhetherItSuits: z.boolean(),
  /** They booked it themselves, and have not only been named in it: what is needed is theirs to say. */
  isMine: z.boolean(),
  /** They could book it anew: staff may have let them in to what is for others, and guests have a link of their own. */
  isFor: z.boolean(),
  about: occasionSchema,
});
export type BookingView = z.infer<typeof bookingViewSchema>;

/** Who has seats, as `private.set_people` takes them. */
export type Seated = { member: string } | { name: string } | { age: number } | Record<string, never>;

/** What a booking function answers. Its reasons stand in supabase/migrations, above `private.book` and `private.change_booking`. */
export const bookingAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), booking: z.uuid().optional(), state: z.enum(booking_state).optional() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum([
      'cancelled',
      'not_published',
      'begun',
      'closed',
      'not_open_yet',
      'not_for_you',
      'not_this_form',
      'too_many',
      'no_adult',
      'no_children',
      'booked_already',
      'booked_otherwise',
      'overlaps',
      'slot_taken',
      'full',
      'too_often',
      'too_late',
      'same',
      'ended',
      'no_offer',
      'over',
    ] as const),
    inLine: z.number().optional(),
    state: z.enum(booking_state).optional(),
    with: z.array(z.object({ occasion: z.number(), title: z.string(), startsAt: timestamp })).optional(),
  }),
]);
export type BookingAnswer = z.infer<typeof bookingAnswerSchema>;
