import { z } from 'zod';

const SAYS = 'skrivs i hela kronor, utan mellanslag: 11237';
const kronor = z.int(SAYS).min(1, SAYS).max(200_000, 'är för stort för en månad');
const span = z
  .strictObject({ fran: kronor, till: kronor })
  .refine(({ fran, till }) => fran <= till, '"fran" är större än "till"');

/**
 * What a home is recommended to be paid for a child and month in one year, in kronor. Years are written as far as they are
 * known: what is missing says that nothing can be reckoned with it.
 */
export const payYear = z.strictObject({
  ar: z.int('ett årtal saknas: skriv till exempel "ar: 2026"').min(2015).max(2100),
  kalla: z.string('ett belopp behöver en källa: skriv "kalla: …"').trim().min(5, 'källan saknas: skriv var beloppet står'),
  /** The fee (arvode), and its raised levels in rising order. */
  arvode: z.strictObject({
    '0-19': kronor.optional(),
    '0-12': kronor.optional(),
    '13-19': kronor.optional(),
    forhojt: z
      .array(kronor)
      .refine((levels) => levels.every((level, at) => at === 0 || level > (levels[at - 1] ?? 0)), 'skrivs i stigande ordning')
      .optional(),
  }),
  /** The expense allowance (omkostnadsersättning): from the ordinary to the most. */
  omkostnad: z.strictObject({ '0-19': span.optional(), '0-12': span.optional(), '13-19': span.optional() }).optional(),
});

export type PayYear = z.infer<typeof payYear>;
