import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import { ACCESS_NEEDS } from '../../shared/occasions/booking.ts';
import { timestamp } from '../../shared/time/timestamp.ts';

const { attendance_state, booking_end, booking_state, mail_state, occasion_state, seat_form, session_form, wish_state } =
  Constants.public.Enums;

const seats = z.object({ seats: z.number().nullable(), free: z.number(), inLine: z.number() });
const session = z.object({
  id: z.uuid(),
  part: z.number(),
  startsAt: timestamp,
  endsAt: timestamp,
  form: z.enum(session_form),
  place: z.string().nullable(),
});
export type ListedSession = z.infer<typeof session>;

/** What every page about an occasion's participants begins with. */
const listedOccasion = z.object({
  number: z.number(),
  title: z.string(),
  theme: z.string().nullable(),
  activity: z.string(),
  state: z.enum(occasion_state),
  isSlotted: z.boolean(),
  takesChildren: z.boolean(),
  largestParty: z.number(),
  startsAt: timestamp.nullable(),
  endsAt: timestamp.nullable(),
  digital: seats.nullable(),
  physical: seats.nullable(),
  sessions: z.array(session),
});
export type ListedOccasion = z.infer<typeof listedOccasion>;

/** A visitor's name and address, or the home's number; of a home that whoever asks is related to, that alone. */
const booker = {
  name: z.string().optional(),
  email: z.string().optional(),
  organisation: z.string().optional(),
  home: z.number().optional(),
  mayOpen: z.boolean().default(false),
  protected: z.boolean().default(false),
  related: z.boolean().default(false),
};

const person = z.object({
  id: z.uuid(),
  name: z.string().optional(),
  age: z.number().optional(),
  /** By session. */
  marks: z.record(z.string(), z.enum(attendance_state)).default({}),
});
export type Person = z.infer<typeof person>;

const booking = z.object({
  ...booker,
  id: z.uuid(),
  number: z.number(),
  state: z.enum(booking_state),
  form: z.enum(seat_form),
  seats: z.number(),
  /** The only session that it is for. */
  session: z.uuid().optional(),
  byStaff: z.boolean(),
  madeAt: timestamp,
  endedAt: timestamp.optional(),
  endedWhy: z.enum(booking_end).optional(),
  erased: z.boolean(),
  /** A session was moved, and they have not said that it still suits. */
  unsure: z.boolean(),
  hasNeeds: z.boolean(),
  mail: z.object({ template: z.string(), at: timestamp, states: z.array(z.enum(mail_state)) }).optional(),
  line: z
    .object({
      state: z.enum(wish_state),
      form: z.enum(seat_form),
      until: timestamp.optional(),
      place: z.number().optional(),
    })
    .optional(),
  people: z.array(person),
});
export type Booking = z.infer<typeof booking>;

export const listSchema = listedOccasion.extend({ bookings: z.array(booking) });
export type List = z.infer<typeof listSchema>;

const need = z.object({
  ...booker,
  number: z.number(),
  state: z.enum(booking_state),
  form: z.enum(seat_form),
  seats: z.number(),
  access: z.array(z.enum(ACCESS_NEEDS)),
  accessText: z.string().optional(),
  food: z.string().optional(),
  question: z.string().optional(),
  names: z.array(z.string()).default([]),
  ages: z.array(z.number()).default([]),
  protected: z.boolean().default(false),
});
export type Need = z.infer<typeof need>;

/** `hidden`: how many that somebody else reads, because whoever asks is related to the home. */
export const needsSchema = listedOccasion.extend({ needs: z.array(need), hidden: z.number() });

const reasons = [
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
  'ended',
  'over',
  'same',
  'no_home',
  'line',
  'too_early',
  'missing',
] as const;

/** What an act by hand answers. */
export const actSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), booking: z.uuid().optional(), state: z.enum(booking_state).optional() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(reasons),
    inLine: z.number().optional(),
    with: z.array(z.object({ occasion: z.number(), title: z.string(), startsAt: timestamp })).optional(),
  }),
]);
export type Act = z.infer<typeof actSchema>;
export type Refusal = Extract<Act, { ok: false }>;
export type Reason = Refusal['reason'];

/** How it stands at a session. `now` is the database's clock, for telephones whose own goes wrong. */
export const attendanceSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    now: timestamp,
    expected: z.number(),
    came: z.number(),
    marks: z.record(z.string(), z.enum(attendance_state).nullable()),
  }),
  z.object({ ok: z.literal(false), reason: z.enum(['missing', 'too_early']) }),
]);
export type Attendance = z.infer<typeof attendanceSchema>;

/** What a telephone sends: who was pressed, to what, and when. */
export const pressesSchema = z
  .array(z.object({ person: z.uuid(), state: z.enum(attendance_state).nullable(), at: z.iso.datetime().optional() }))
  .max(500);
export type Press = z.infer<typeof pressesSchema>[number];

export const homeSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    home: z.number(),
    protected: z.boolean(),
    isFor: z.boolean(),
    adults: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
  z.object({ ok: z.literal(false), reason: z.literal('no_home') }),
]);

const outcome = z.object({
  number: z.number(),
  activity: z.string(),
  title: z.string(),
  theme: z.string().nullable(),
  startsAt: timestamp,
  seats: z.number(),
  taken: z.number(),
  people: z.number(),
  came: z.number(),
  noted: z.boolean(),
});
export type Outcome = z.infer<typeof outcome>;
export const turnoutSchema = z.array(outcome);
