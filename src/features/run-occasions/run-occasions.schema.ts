import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import { occasionSchema } from '../../shared/occasions/occasion.ts';
import { timestamp } from '../../shared/time/timestamp.ts';

const { audience, municipality, occasion_state, seat_form, session_form } = Constants.public.Enums;

/** How full a form is. `free` is less than none when fewer seats are left than are booked. Of slots, each is one. */
const formSchema = z.object({
  seats: z.number(),
  booked: z.number(),
  free: z.number(),
  offered: z.number(),
  inLine: z.number(),
  seatsInLine: z.number(),
});
export type DeskForm = z.infer<typeof formSchema>;

/** A line of the desk's list, as `private.desk_row` tells it. */
const rowSchema = z.object({
  number: z.number(),
  activity: z.string(),
  title: z.string(),
  theme: z.string().nullable(),
  state: z.enum(occasion_state),
  audience: z.array(z.enum(audience)),
  municipality: z.enum(municipality).nullable(),
  place: z.string().nullable(),
  /** Null when every session is cancelled. */
  startsAt: timestamp.nullable(),
  endsAt: timestamp.nullable(),
  isSlotted: z.boolean(),
  sessions: z.number(),
  bookingOpensAt: timestamp.nullable(),
  notBookable: z.enum(['cancelled', 'not_published', 'begun', 'closed', 'not_open_yet']).nullable(),
  digital: formSchema.nullable(),
  physical: formSchema.nullable(),
  attendance: z.object({ attended: z.number(), absent: z.number() }),
});
export type DeskRow = z.infer<typeof rowSchema>;
export const rowsSchema = z.array(rowSchema);

const sessionSchema = z.object({
  id: z.uuid(),
  part: z.number(),
  startsAt: timestamp,
  endsAt: timestamp,
  form: z.enum(session_form),
  place: z.string().nullable(),
  address: z.string().nullable(),
  digitalLink: z.string().nullable(),
  staff: z.uuid().nullable(),
  /** The name of who meets the family in a slot. */
  meets: z.string().nullable(),
  cancelledAt: timestamp.nullable(),
  isTaken: z.boolean(),
  /** Who hears of it when it is moved. */
  told: z.object({ booked: z.number(), waiting: z.number() }),
});
export type DeskSession = z.infer<typeof sessionSchema>;

export const EVENT_KINDS = [
  'made',
  'saved',
  'copied',
  'made_by_rule',
  'published',
  'back_to_draft',
  'booking_closed',
  'booking_opened',
  'discarded',
  'restored',
  'link_renewed',
  'cancelled',
  'moved',
  'capacity',
  'offered_by_hand',
  'messaged',
] as const;

/** What somebody has done to it. */
export const eventSchema = z.object({
  at: timestamp,
  who: z.string(),
  kind: z.enum(EVENT_KINDS),
  details: z.record(z.string(), z.unknown()),
});
export type OccasionEvent = z.infer<typeof eventSchema>;

const lineSchema = z.object({
  booking: z.uuid(),
  number: z.number(),
  form: z.enum(seat_form),
  seats: z.number(),
  need: z.number(),
  state: z.enum(['waiting', 'offered']),
  since: timestamp,
  until: timestamp.nullable(),
  hasSeat: z.boolean(),
});

/** An occasion with all that can be changed, as `private.desk_occasion` tells it. */
export const deskOccasionSchema = rowSchema.extend({
  id: z.uuid(),
  changed: z.number(),
  about: z.string().nullable(),
  municipalities: z.array(z.enum(municipality)),
  address: z.string().nullable(),
  digitalLink: z.string().nullable(),
  digitalSeats: z.number().nullable(),
  physicalSeats: z.number().nullable(),
  takesChildren: z.boolean(),
  givesCertificate: z.boolean(),
  largestParty: z.number(),
  guestCode: z.string(),
  bookingClosesAt: timestamp.nullable(),
  bookingClosedAt: timestamp.nullable(),
  switchUntil: timestamp.nullable(),
  publishedAt: timestamp.nullable(),
  cancelledAt: timestamp.nullable(),
  cancelledWhy: z.string().nullable(),
  ruleMonth: z.string().nullable(),
  isBooked: z.boolean(),
  /** How many bookings; of those who were asked whether a new time suits, how many have said that it does. */
  told: z.object({ booked: z.number(), waiting: z.number(), asked: z.number(), suits: z.number() }),
  sessions: z.array(sessionSchema),
  line: z.array(lineSchema),
  history: z.array(eventSchema),
  /** As whoever may book it sees it, or would. */
  shown: occasionSchema.nullable(),
});
export type DeskOccasion = z.infer<typeof deskOccasionSchema>;

export const monthsSchema = z.array(
  z.object({
    month: z.string(),
    number: z.number(),
    state: z.enum(occasion_state),
    startsAt: timestamp.nullable(),
  }),
);
export type MonthMade = z.infer<typeof monthsSchema>[number];

export const REASONS = [
  'missing',
  'changed',
  'over',
  'not_now',
  'no_sessions',
  'too_many_sessions',
  'form_without_seats',
  'no_place',
  'not_staff',
  'booked',
  'begun',
  'not_ahead',
  'backwards',
  'same',
  'not_this_form',
  'no_turn',
  'related',
  'full',
  'nobody',
] as const;
export type Reason = (typeof REASONS)[number];

/** What a function that changes an occasion answers. `since`: what others have done after it was last seen, as `eventSchema` reads it. */
export const answerSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    number: z.number().optional(),
    told: z.number().optional(),
    offered: z.number().optional(),
    made: z.number().optional(),
    proposed: z.number().optional(),
  }),
  z.object({ ok: z.literal(false), reason: z.enum(REASONS), since: z.array(z.json()).optional() }),
]);
export type Answer = z.infer<typeof answerSchema>;
