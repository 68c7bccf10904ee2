import { z } from 'zod';
import { Constants } from '../db/database.types.ts';
import { timestamp } from '../time/timestamp.ts';

const { audience, municipality, occasion_state, seat_form, session_form } = Constants.public.Enums;

export const SEAT_FORMS = seat_form;
export type SeatForm = (typeof seat_form)[number];
export const SESSION_FORMS = session_form;
export type SessionForm = (typeof session_form)[number];
export type Audience = (typeof audience)[number];

/** Why nothing can be booked now. */
const notBookable = z.enum(['cancelled', 'not_published', 'begun', 'closed', 'not_open_yet']);

const sessionSchema = z.object({
  id: z.uuid(),
  part: z.number(),
  startsAt: timestamp,
  endsAt: timestamp,
  form: z.enum(session_form),
  /** Only when it is not where the occasion is. */
  place: z.string().nullable(),
  address: z.string().nullable(),
  /** Of a slot: nobody has it. */
  isFree: z.boolean().nullable(),
});
export type OccasionSession = z.infer<typeof sessionSchema>;

/** Seats of one form; `seats` is null where each slot is one. `free` is for who comes new: none while somebody waits in line. */
const seatsSchema = z.object({ seats: z.number().nullable(), free: z.number(), inLine: z.number() });
export type Seats = z.infer<typeof seatsSchema>;

/** An occasion as `private.occasion_facts` tells it to whoever may book it. */
export const occasionSchema = z.object({
  number: z.number(),
  activity: z.string(),
  title: z.string(),
  theme: z.string().nullable(),
  about: z.string().nullable(),
  state: z.enum(occasion_state),
  audience: z.array(z.enum(audience)),
  municipalities: z.array(z.enum(municipality)),
  municipality: z.enum(municipality).nullable(),
  place: z.string().nullable(),
  address: z.string().nullable(),
  isSlotted: z.boolean(),
  takesChildren: z.boolean(),
  givesCertificate: z.boolean(),
  largestParty: z.number(),
  startsAt: timestamp,
  endsAt: timestamp,
  bookingOpensAt: timestamp.nullable(),
  bookingClosesAt: timestamp.nullable(),
  switchUntil: timestamp.nullable(),
  notBookable: notBookable.nullable(),
  /** Null: it is not held so. */
  digital: seatsSchema.nullable(),
  physical: seatsSchema.nullable(),
  sessions: z.array(sessionSchema),
});
export type Occasion = z.infer<typeof occasionSchema>;

/** The forms in which it is held. */
export function formsOf(occasion: Pick<Occasion, 'digital' | 'physical'>): SeatForm[] {
  return SEAT_FORMS.filter((form) => occasion[form] !== null);
}
