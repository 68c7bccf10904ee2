import { z } from 'zod';
import { cleanText } from '../../shared/form/clean.ts';
import { line } from '../../shared/form/person.schema.ts';
import { momentAt, readDay, readTime } from './moment.ts';
import { LIMITS, formFaults as say } from './run-occasions.text.ts';

/** Small forms about one occasion. */

export const ACTS = ['publish', 'draft', 'close', 'open', 'discard', 'restore', 'new_link'] as const;
export const actSchema = z.object({ vad: z.enum(ACTS) });

export const cancelSchema = z.object({
  skal: z.string().default('').transform(cleanText).pipe(z.string().min(1, say.why).max(LIMITS.why, say.whyTooLong)),
});

export const messageSchema = z.object({
  till: z.enum(['booked', 'waiting', 'both'], say.whom),
  amne: line.pipe(z.string().min(1, say.subject).max(LIMITS.subject, say.subjectTooLong)),
  text: z.string().default('').transform(cleanText).pipe(z.string().min(1, say.body).max(LIMITS.body, say.bodyTooLong)),
  tryck: z.uuid(),
});

const day = z.string().default('').transform(readDay).pipe(z.custom<NonNullable<ReturnType<typeof readDay>>>(Boolean, say.day));
const time = z
  .string()
  .default('')
  .transform(readTime)
  .pipe(z.custom<NonNullable<ReturnType<typeof readTime>>>(Boolean, say.time));
const place = {
  plats: line.pipe(z.string().max(LIMITS.place, say.place)),
  adress: line.pipe(z.string().max(LIMITS.address, say.address)),
};

/** Of all that are to come. */
export const placeSchema = z
  .object({ ...place, plats: place.plats.pipe(z.string().min(1, say.where)) })
  .transform((where) => ({ ...where, times: undefined }));
export const moveSchema = z.object({ ...place, dag: day, fran: time, till: time }).transform(({ dag, fran, till, ...where }) => ({
  ...where,
  times: { startsAt: momentAt(dag, fran), endsAt: momentAt(dag, till) },
}));

/** Of what, and the new one's id, so that the same press once more is the same occasion. */
export const newSchema = z.object({ id: z.uuid(), av: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/) });
export const copySchema = z.object({ dag: day, id: z.uuid() });

const minutes = (least: number, most: number, text: string) => z.coerce.number(text).int(text).min(least, text).max(most, text);
export const cutFields = {
  fran: time,
  till: time,
  langd: minutes(10, 240, say.length),
  paus: minutes(0, 120, say.pause),
};
export const cutSchema = z.object({ ...cutFields, dag: day });

/** How often the occasion had been changed when the form was opened; without it nobody is asked. */
export const seenIn = (typed: Record<string, string[]>): number | undefined => {
  const text = typed.sett?.[0];
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};
