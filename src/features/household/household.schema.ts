import { z } from 'zod';
import { cleanText } from '../../shared/form/clean.ts';
import { line, nameSchema, optionalEmail, optionalPhone } from '../../shared/form/person.schema.ts';
import { LIMITS, faultTexts as say } from './household.text.ts';

const chosen = z.uuid({ error: say.colleague });

/** Why a home is opened by who does not have it. */
export const reasonSchema = z.object({
  skal: z
    .string()
    .default('')
    .transform(cleanText)
    .pipe(z.string().min(LIMITS.reasonShortest, say.reasonShort).max(LIMITS.reason, say.reasonLong)),
});

export const colleagueSchema = z.object({ medarbetare: chosen });

export const addressSchema = z.object({
  adress: z
    .string()
    .default('')
    .transform(cleanText)
    .pipe(z.string().max(LIMITS.address, say.addressLong))
    .transform((text) => (text === '' ? undefined : text)),
});

export const timesSchema = z.object({
  vuxen: z.uuid(),
  tider: line.pipe(z.string().min(1, say.timesMissing).max(LIMITS.times, say.timesLong)),
});

export const memberSchema = z.object({ vuxen: z.uuid() });

export const questionSchema = z.object({ anmalan: z.uuid() });

export const additionSchema = z.object({ tillagg: z.uuid() });

/** Without `sett` nothing is seen, and the database says what has happened. */
export const settlingSchema = additionSchema.extend({
  vad: z.enum(['bekrafta', 'kasta']),
  kommun: z
    .string()
    .optional()
    .transform((text) => text === 'ja'),
  sett: z.coerce.number().int().nonnegative().catch(0),
});

export const nothingSchema = z.object({});

export const adultSchema = z.object({
  fornamn: nameSchema(say.firstName),
  efternamn: nameSchema(say.lastName),
  epost: optionalEmail,
  telefon: optionalPhone,
});

/** What is known of an adult, written anew. */
export const changedAdultSchema = adultSchema.extend({ vuxen: z.uuid() });

/** A name or a number, and nothing else about anybody. */
export const querySchema = z.object({
  sok: line.pipe(
    z
      .string()
      .min(1, say.queryMissing)
      .max(LIMITS.query, say.queryLong)
      .refine((text) => text.length >= 2 || /^\d$/.test(text), say.queryShort)
      // As we call it ourselves.
      .transform((text) => text.replace(/^hem\s+(?=\d+$)/i, '')),
  ),
});
