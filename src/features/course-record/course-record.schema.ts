import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import { timestamp } from '../../shared/time/timestamp.ts';

const { seat_form, session_form } = Constants.public.Enums;

/** How a part stands: `unnoted` is over, and nobody has noted who was there. */
const PART_STATES = ['attended', 'booked', 'unnoted', 'missed', 'remaining'] as const;

export const coursePartSchema = z.object({
  part: z.number(),
  state: z.enum(PART_STATES),
  occasion: z.number().optional(),
  booking: z.uuid().optional(),
  startsAt: timestamp.optional(),
  endsAt: timestamp.optional(),
  /** How the evening is to them, whatever the seat. */
  form: z.enum(seat_form).optional(),
});
export type CoursePart = z.output<typeof coursePartSchema>;

/** A session of a round ahead, and how many may come to it alone. */
const openSession = z.object({
  id: z.uuid(),
  part: z.number(),
  startsAt: timestamp,
  endsAt: timestamp,
  form: z.enum(session_form),
  place: z.string().nullable(),
  digital: z.number(),
  physical: z.number(),
});
export type OpenSession = z.output<typeof openSession>;

/** A round ahead, and how many may come to the whole of it. */
export const roundSchema = z.object({
  occasion: z.number(),
  title: z.string(),
  isWhole: z.boolean(),
  digital: z.number(),
  physical: z.number(),
  sessions: z.array(openSession),
});
export type Round = z.output<typeof roundSchema>;

/** A certificate as its row is; `withdrawnAt` while what it rests on has been put right. */
export const certificateSchema = z.strictObject({
  code: z.string(),
  activity: z.string(),
  title: z.string(),
  name: z.string().nullable(),
  parts: z.number(),
  year: z.number(),
  finishedOn: z.iso.date(),
  issuedAt: timestamp,
  withdrawnAt: timestamp.nullable(),
});
export type Certificate = z.output<typeof certificateSchema>;

const courseSchema = z.object({
  activity: z.string(),
  title: z.string(),
  parts: z.array(coursePartSchema),
  rounds: z.array(roundSchema),
  /** Other adults of the home, by what the two have booked together. */
  beside: z.array(z.object({ name: z.string(), attended: z.number(), of: z.number() })),
});
export type Course = z.output<typeof courseSchema>;

/** What `my_course_record()` tells the signed-in adult. */
export const courseRecordSchema = z.object({
  me: z.uuid(),
  /** The other adults of the home. */
  adults: z.array(z.object({ id: z.uuid(), name: z.string() })),
  courses: z.array(courseSchema),
  /** When the adult has a seat already, in whatever it is. */
  busy: z.array(z.object({ startsAt: timestamp, endsAt: timestamp })),
  certificates: z.array(certificateSchema),
});
export type CourseRecord = z.output<typeof courseRecordSchema>;

/** What has to be booked: a round as a whole, or one session of it. */
export type Seat = { occasion: number; form: (typeof seat_form)[number]; session?: string };
