import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { Constants } from '../../shared/db/database.types.ts';
import { wayStepSchema } from '../../shared/way.ts';

const { Enums } = Constants.public;
const colleague = z.object({ id: z.uuid(), name: z.string() });

const adult = z.object({
  id: z.uuid(),
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  /** Null: has no address of their own, and is met on paper. */
  email: z.string().nullable(),
  phone: z.string().nullable(),
  hasSignedIn: z.boolean(),
  /** Null: asked to come in by another adult, and has not answered. */
  acceptedAt: z.string().nullable(),
  /** Has an address, and was never told that they can sign in. */
  mayBeInvited: z.boolean(),
  /** Messages from this adult that nobody has read. */
  unread: z.number(),
  /** When this adult may be telephoned; with it no mail is sent. */
  silentTimes: z.string().nullable(),
  /** Whether the codes for signing in are mailed all the same. */
  takesCodes: z.boolean(),
});

const registration = z.object({
  id: z.uuid(),
  state: z.enum(Enums.interest_state),
  considering: z.enum(Enums.considering),
  municipality: z.enum(Enums.municipality).nullable(),
  adults: z.number(),
  childAges: z.array(z.number()),
  name: z.string(),
  /** Null: taken by telephone from somebody who gave none. */
  email: z.string().nullable(),
  phone: z.string().nullable(),
  way: z.enum(Enums.contact_way),
  times: z.array(z.enum(Enums.contact_time)),
  heardFrom: z.array(z.enum(Enums.heard_from)),
  question: z.string().nullable(),
  flaggedAt: z.string().nullable(),
  /** Null: taken by telephone, and talked through at once. */
  callBy: z.string().nullable(),
  /** Who wrote it down on the telephone; null: the family itself, on the website. */
  takenBy: z.string().nullable(),
  registeredAt: z.string(),
  /** Of one that is thrown away: until when it can be taken back. */
  restorableUntil: z.string().nullable(),
});

const event = z.object({
  at: z.string(),
  kind: z.enum(Enums.household_event_kind),
  actor: z.enum(Enums.actor_kind),
  by: z.string().nullable(),
  /** The adult that it was about, or who did it. */
  adult: z.string().nullable(),
  /** What was asked for, where it is about a request. */
  request: z.enum(Enums.request_kind).nullable(),
});

const note = z.object({
  at: z.string(),
  by: z.string(),
  /** Of a call: whether somebody answered. Null: a note alone. */
  reached: z.boolean().nullable(),
  body: z.string().nullable(),
});

const mail = z.object({
  template: z.enum(Enums.mail_template),
  at: z.string(),
  state: z.enum(Enums.mail_state),
  adult: z.string().nullable(),
});

const home = z.object({
  ok: z.literal(true),
  number: z.number(),
  phase: z.enum(Enums.household_phase),
  ground: z.enum(Enums.access_ground),
  /** How long a stated reason still opens the home. */
  until: z.string().nullable(),
  erasedAt: z.string().nullable(),
  protected: z.boolean(),
  seesPlace: z.boolean(),
  municipality: z.enum(Enums.municipality).nullable(),
  address: z.string().nullable(),
  registeredAt: z.string(),
  /** Null: nobody in the home waits for a first call, for we have been in touch or the assessment has begun. */
  callBy: z.string().nullable(),
  /** The first day of the month in which the family wants to be asked again. */
  pausedUntil: z.iso.date().nullable(),
  askAgainOn: z.iso.date().nullable(),
  closedAt: z.string().nullable(),
  closedWhy: z.enum(Enums.closed_why).nullable(),
  isFosterHome: z.boolean(),
  isEmergencyHome: z.boolean(),
  /** The newest line of the history: a form carries it, so that nothing a colleague does meanwhile is overwritten. */
  lastEvent: z.number().nullable(),
  way: z.array(wayStepSchema),
  /** Newest first, as the mails. Not shown in the portal. */
  notes: z.array(note),
  mails: z.array(mail),
  adults: z.array(adult),
  interests: z.array(registration),
  /** What its adults ask for that nobody has decided about yet. */
  requests: z.array(z.object({ kind: z.enum(Enums.request_kind), askedAt: z.string(), by: z.string() })),
  coordinators: z.array(colleague),
  related: z.array(colleague),
  /** What has turned out to be the same home: its number, since when, and who came from there. */
  joined: z.array(z.object({ number: z.number(), at: z.string(), adults: z.array(z.string()) })),
  /** An assessment has begun, or it is a home already: the law keeps it together. */
  isCase: z.boolean(),
  events: z.array(event),
});

const answer = z.union([
  home,
  z.object({ ok: z.literal(false), reason: z.literal('needs_reason'), number: z.number() }),
  z.object({ ok: z.literal(false), reason: z.literal('joined'), number: z.number(), into: z.number(), at: z.string() }),
  z.object({ ok: z.literal(false), reason: z.literal('missing') }),
]);

export type Home = z.infer<typeof home>;
export type Adult = Home['adults'][number];
export type HistoryEvent = Home['events'][number];
export type Opened = z.infer<typeof answer>;

/** Whether the registration says of its sender just what is known of the adult. */
export function isSame(one: Adult, other: Home['interests'][number]): boolean {
  return one.name === other.name && one.email === other.email && one.phone === other.phone;
}

/** Opens the home, which is written in the log by the same call. For who is related to a home it is not there. */
export async function openHome(db: Db, number: number | undefined): Promise<Opened> {
  if (number === undefined) return { ok: false, reason: 'missing' };
  const { data, error } = await db.rpc('household_page', { p_number: number });
  if (error) throw new Error(`household_page: ${error.code} ${error.message}`);
  return answer.parse(data);
}
