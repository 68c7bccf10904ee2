import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { SEAT_FORMS } from '../../shared/occasions/occasion.ts';
import { timestamp } from '../../shared/time/timestamp.ts';
import { type CoursePart, coursePartSchema, roundSchema } from './course-record.schema.ts';
import { earliestFinish } from './earliest-finish.rules.ts';

const adult = z.object({
  parts: z.array(coursePartSchema),
  busy: z.array(z.object({ startsAt: timestamp, endsAt: timestamp })),
  rounds: z.array(roundSchema),
});
const home = z.object({
  number: z.number(),
  mayOpen: z.boolean(),
  own: z.boolean(),
  pausedUntil: z.string().nullable(),
  coordinators: z.array(z.string()),
  adults: z.array(adult),
});
type Adult = z.output<typeof adult>;
export type LackingHome = z.output<typeof home>;

/** Homes in assessment where some adult has not finished the course; one's own first. Undefined: it is not given, so nobody can say. */
export async function homesLackingCourse(db: Db, activity: string): Promise<LackingHome[] | undefined> {
  const { data, error } = await db.rpc('homes_lacking_course', { p_activity: activity });
  if (error) throw new Error(`homes_lacking_course: ${error.code} ${error.message}`);
  return z.array(home).nullable().parse(data) ?? undefined;
}

/** A part that somebody has neither attended nor a seat for, and how many of the home's adults that is. */
export type Lack = { part: number; adults: number };

/** When a home can be done: on that day by what is booked, or by booking more; or with parts that lie nowhere ahead with room. */
export type HomeFinish =
  | { is: 'booked'; finishesAt: Temporal.Instant }
  | { is: 'possible'; finishesAt: Temporal.Instant }
  | { is: 'nowhere'; missing: number[] }
  /** All is over, and nobody has noted who was there. */
  | { is: 'unnoted' };

const lastOf = (times: readonly Temporal.Instant[]) =>
  times.toSorted((one, other) => Temporal.Instant.compare(one, other)).at(-1);
const lacksPart = ({ state }: CoursePart) => state === 'missed' || state === 'remaining';

export function lacksOf({ adults }: Pick<LackingHome, 'adults'>): Lack[] {
  const parts = adults.flatMap(({ parts }) => parts.filter(lacksPart).map(({ part }) => part));
  return [...new Set(parts)]
    .toSorted((one, other) => one - other)
    .map((part) => ({ part, adults: parts.filter((one) => one === part).length }));
}

/** The earliest day on which all the home's adults can be done, when those who lack something go together. */
export function homeFinish({ adults }: Pick<LackingHome, 'adults'>, now: Temporal.Instant): HomeFinish {
  const seats = adults.filter(({ parts }) => parts.some(lacksPart)).length;
  const ways = adults.map((adult) => finishOf(adult, seats, now));
  const missing = ways.flatMap((way) => (way.is === 'nowhere' ? way.missing : []));
  if (ways.some(({ is }) => is === 'nowhere')) return { is: 'nowhere', missing: [...new Set(missing)].toSorted((a, b) => a - b) };
  const dated = ways.flatMap((way) => ('finishesAt' in way && way.finishesAt ? [way.finishesAt] : []));
  const finishesAt = lastOf(dated);
  if (!finishesAt) return { is: 'unnoted' };
  return { is: seats > 0 ? 'possible' : 'booked', finishesAt };
}

type Way = { is: 'nowhere'; missing: number[] } | { is: 'dated'; finishesAt: Temporal.Instant | undefined };

function finishOf({ parts, busy, rounds }: Adult, seats: number, now: Temporal.Instant): Way {
  const needed = parts.filter(lacksPart).map(({ part }) => part);
  const ends = parts.flatMap(({ state, endsAt }) => (state === 'booked' && endsAt ? [endsAt] : []));
  if (needed.length > 0) {
    const finish = earliestFinish({ needed, rounds, busy, seats, forms: SEAT_FORMS, now });
    if (!finish.ok) return { is: 'nowhere', missing: finish.missing };
    ends.push(finish.finishesAt);
  }
  return { is: 'dated', finishesAt: lastOf(ends) };
}

/** "träff 3", "träffarna 1–4, 6" */
export function partsSaid(parts: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.[1] === part - 1) last[1] = part;
    else runs.push([part, part]);
  }
  const said = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  return `${parts.length === 1 ? 'träff' : 'träffarna'} ${said}`;
}
