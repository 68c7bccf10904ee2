import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
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
  messages: z.array(z.strictObject({ at: timestamp, mine: z.boolean(), body: z.string() })),
  way: z.array(z.strictObject(wayStepSchema.shape)),
  /** What happened to the person, and to the home as a whole; never what another adult did. */
  events: z.array(z.strictObject({ at: timestamp, kind: z.enum(Enums.household_event_kind), actor: z.enum(Enums.actor_kind) })),
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
