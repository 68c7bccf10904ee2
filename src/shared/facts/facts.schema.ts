import { parse } from 'yaml';
import { z } from 'zod';
import { payYear } from './pay.schema.ts';

const confirmed = z.enum(['ja', 'nej']);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'skrivs som "16:00"');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'skrivs som 2026-12-25');

/** The shape of content/facts.yml: what the site says about GFO, each thing once, with whether GFO has confirmed it. */
export const factsSchema = z.strictObject({
  kontakt: z.strictObject({ telefon: z.string(), epost: z.string(), telefontid: z.string(), bekraftad: confirmed }),
  personuppgifter: z.strictObject({
    ansvarig: z.string(),
    dataskyddsombud: z.string(),
    bekraftad: confirmed,
  }),
  gallring: z.strictObject({
    registreringManader: z.number().int().min(1).max(120),
    forvarningDagar: z.number().int().min(7).max(90),
    sparDagar: z.number().int().min(1).max(90),
    bekraftad: confirmed,
  }),
  begaran: z.strictObject({ svarManader: z.number().int().min(1).max(1), kalla: z.string(), bekraftad: confirmed }),
  chef: z.strictObject({ namn: z.string(), bekraftad: confirmed }),
  forstaSamtalet: z.strictObject({
    arbetsdagar: z.number().int().min(1).max(10),
    klockan: clock,
    ledigaDagar: z.array(z.enum(['julafton', 'nyårsafton', 'midsommarafton'])),
    bekraftad: confirmed,
  }),
  saFunkarDet: z.strictObject({
    klockan: clock,
    plats: z.string(),
    andringar: z.array(z.strictObject({ fran: day, till: day.optional() })),
    bekraftad: confirmed,
  }),
  ersattning: z.strictObject({
    ar: z.array(payYear).refine((years) => new Set(years.map(({ ar }) => ar)).size === years.length, 'samma år står två gånger'),
    bekraftad: confirmed,
  }),
  tillstand: z.strictObject({ text: z.string().min(1), bekraftad: confirmed }),
  siffror: z.strictObject({
    tal: z.record(
      z.string(),
      z.strictObject({
        varde: z.union([z.string().min(1), z.int()]),
        ar: z.int('ett tal behöver ett år: skriv "ar: 2022"'),
        kalla: z.string('ett tal behöver en källa: skriv "kalla: …"').min(3, 'källan saknas'),
      }),
    ),
    bekraftad: confirmed,
  }),
  kommuner: z
    .array(z.strictObject({ id: z.string(), namn: z.string(), webb: z.url(), orosanmalan: z.union([z.url(), z.literal('')]) }))
    .length(6),
});

export type Facts = z.infer<typeof factsSchema>;

/** Throws, naming the line's path, when the file does not have its shape. Dates stay text, as they are written. */
export function parseFacts(text: string): Facts {
  const parsed = factsSchema.safeParse(parse(text, { schema: 'core' }));
  if (parsed.success) return parsed.data;
  throw new Error(`content/facts.yml: ${z.prettifyError(parsed.error)}`);
}
