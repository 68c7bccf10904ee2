import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { cleanText } from '../../shared/form/clean.ts';
import { inStockholm, STOCKHOLM } from '../../shared/time/stockholm.ts';
import { CLOSING, MATTER_LIMITS as LIMITS, matterFaults as say } from './matter.text.ts';

const emptyIsNone = <T extends string>(text: T) => (text.trim() === '' ? undefined : text.trim());
const day = z.string().default('').transform(emptyIsNone).pipe(z.iso.date(say.day).optional());
const clock = z
  .string()
  .default('')
  .transform(emptyIsNone)
  .pipe(
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, say.clock)
      .optional(),
  );
const text = (longest: number, long: string) =>
  z.string().default('').transform(cleanText).pipe(z.string().max(longest, long)).transform(emptyIsNone);
/** Without it nothing is seen, and the database says what has happened. */
const seen = z.coerce.number().int().nonnegative().catch(0);

/** A call, or a note alone. `reached` is undefined where nobody called. */
export const callSchema = z
  .object({
    samtal: z.enum(['svar', 'inget', 'bara'], say.call),
    anteckning: text(LIMITS.note, say.noteLong),
  })
  .refine(({ samtal, anteckning }) => samtal !== 'bara' || anteckning !== undefined, {
    path: ['anteckning'],
    message: say.noteMissing,
  })
  .transform(({ samtal, anteckning }) => ({
    reached: { svar: true, inget: false, bara: undefined }[samtal],
    note: anteckning,
  }));

/** One step of the way, its days as days in Sweden and its agreed time as the clock on the wall there. */
export const stepSchema = z
  .object({
    steg: z.uuid(),
    klar: day,
    senast: day,
    dag: day,
    klocka: clock,
    besked: text(LIMITS.lateNote, say.lateNoteLong),
    sett: seen,
  })
  .refine(({ klar }) => !klar || klar <= inStockholm(Temporal.Now.instant()).toPlainDate().toString(), {
    path: ['klar'],
    message: say.doneAhead,
  })
  .refine(({ dag, klocka }) => !dag || klocka, { path: ['klocka'], message: say.clockMissing })
  .refine(({ dag, klocka }) => dag || !klocka, { path: ['dag'], message: say.agreedDayMissing })
  .transform(({ dag, klocka, ...rest }) => ({ ...rest, agreedAt: dag && klocka ? instantOf(dag, klocka) : undefined }));

function instantOf(date: string, time: string): string {
  const plainTime = Temporal.PlainTime.from(time);
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: STOCKHOLM, plainTime }).toInstant().toString();
}

export const messageSchema = z.object({
  vuxen: z.uuid(),
  text: z
    .string()
    .default('')
    .transform(cleanText)
    .pipe(z.string().min(1, say.messageMissing).max(LIMITS.message, say.messageLong)),
});

export const monthSchema = z.object({ manad: z.iso.date(say.month) });

export const askAgainSchema = z.object({
  dag: z.string().default('').pipe(z.string().min(1, say.dayMissing)).pipe(z.iso.date(say.day)),
});

/** When the event begins that the family is asked to. */
export const informationSchema = z.object({ tid: z.iso.datetime({ offset: true, error: say.event }), sett: seen });

export const handOverSchema = z.object({
  fran: z.uuid().optional().catch(undefined),
  till: z.uuid(say.colleague),
});

export const whySchema = z.object({ skal: z.enum(CLOSING, say.why) });

/** What is said to the family may be left out. */
export const closeSchema = whySchema.extend({ text: text(LIMITS.message, say.messageLong), sett: seen });
