import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import { ACCESS_NEEDS } from '../../shared/occasions/booking.ts';
import { timestamp } from '../../shared/time/timestamp.ts';
import { wayStepSchema } from '../../shared/way.ts';
import { myRequestSchema } from './data-request.schema.ts';

const { Enums } = Constants.public;

const text = z.string().nullable();

/** What `my_copy()` hands out, in full: a field that is new there must be named here before anybody gets a copy without it. */
export const copySchema = z.strictObject({
  madeAt: timestamp,
  home: z.strictObject({
    number: z.number(),
    municipality: text,
    phase: z.enum(Enums.household_phase),
    registeredAt: timestamp,
    address: text,
  }),
  coordinators: z.array(z.strictObject({ name: z.string(), since: timestamp })),
  me: z.strictObject({
    firstName: z.string(),
    lastName: z.string(),
    email: text,
    phone: text,
    joinedAt: timestamp,
    sharesContactSince: timestamp.nullable(),
    silentSince: timestamp.nullable(),
    silentTimes: text,
    silentTakesCodes: z.boolean(),
    /** Asked for, and not answered from there yet. */
    wishedEmail: text,
  }),
  registrations: z.array(
    z.strictObject({
      registeredAt: timestamp,
      considering: z.string(),
      municipality: text,
      adults: z.number(),
      childAges: z.array(z.number()),
      firstName: text,
      lastName: text,
      email: text,
      phone: text,
      way: z.string(),
      times: z.array(z.string()),
      heardFrom: z.array(z.string()),
      question: text,
      campaign: text,
      callBy: timestamp.nullable(),
      /** Who at GFO wrote it down on the telephone; null: written on the website. */
      takenBy: text,
    }),
  ),
  mails: z.array(
    z.strictObject({ template: z.enum(Enums.mail_template), writtenAt: timestamp, state: z.enum(Enums.mail_state) }),
  ),
  requests: z.array(myRequestSchema),
  /** What the person has booked or has a seat in. What it needed is gone thirty days after. */
  bookings: z.array(
    z.strictObject({
      title: z.string(),
      startsAt: timestamp.nullable(),
      form: z.enum(Enums.seat_form),
      seats: z.number(),
      state: z.enum(Enums.booking_state),
      madeAt: timestamp,
      access: z.array(z.enum(ACCESS_NEEDS)),
      accessText: z.string().nullable(),
      food: z.string().nullable(),
      question: z.string().nullable(),
    }),
  ),
  messages: z.array(z.strictObject({ at: timestamp, mine: z.boolean(), body: z.string() })),
  way: z.array(z.strictObject(wayStepSchema.shape)),
  /** What happened to the person, and to the home as a whole; never what another adult did. */
  events: z.array(z.strictObject({ at: timestamp, kind: z.enum(Enums.household_event_kind), actor: z.enum(Enums.actor_kind) })),
  /** Courses that something is noted or booked of, and what has been issued. */
  learning: z.strictObject({
    courses: z.array(
      z.strictObject({
        activity: z.string(),
        title: z.string(),
        parts: z.array(
          z.strictObject({
            part: z.number(),
            state: z.enum(['attended', 'booked', 'unnoted', 'missed', 'remaining']),
            occasion: z.number().optional(),
            booking: z.uuid().optional(),
            startsAt: timestamp.optional(),
            endsAt: timestamp.optional(),
            form: z.enum(Enums.seat_form).optional(),
          }),
        ),
      }),
    ),
    certificates: z.array(
      z.strictObject({
        code: z.string(),
        activity: z.string(),
        title: z.string(),
        name: text,
        parts: z.number(),
        year: z.number(),
        finishedOn: z.iso.date(),
        issuedAt: timestamp,
        withdrawnAt: timestamp.nullable(),
      }),
    ),
  }),
  opened: z.array(
    z.strictObject({
      at: timestamp,
      role: z.enum(Enums.staff_role),
      action: z.enum(Enums.access_action),
      ground: z.enum(Enums.access_ground).nullable(),
    }),
  ),
  sessions: z.array(z.strictObject({ beganAt: timestamp, lastSeenAt: timestamp, endedAt: timestamp.nullable() })),
});
export type Copy = z.output<typeof copySchema>;
