import { z } from 'zod';
import { publication } from './published.ts';

const words = (least: number, most: number) =>
  z.string('saknas').trim().min(least, `är för kort: minst ${least} tecken`).max(most, `är för lång: högst ${most} tecken`);

/** A drawing, and what it shows for who does not see it. */
const picture = z
  .strictObject({
    fil: z.string('skriv bildens namn: "fil: kroken"'),
    text: z.string().trim().min(10).optional(),
    dekor: z.literal('ja').optional(),
  })
  .refine(
    ({ text, dekor }) => (text === undefined) !== (dekor === undefined),
    'bilden behöver en beskrivning för den som inte ser den. Skriv "text: …". Är den bara utsmyckning: skriv "dekor: ja"',
  );

/** What every text page says about itself. */
export const pageFields = {
  titel: words(2, 60),
  beskrivning: words(50, 160),
  ingress: words(20, 320),
  bild: picture,
  /** Words that people search for and the text does not hold. */
  nyckelord: z.array(z.string()).default([]),
  ...publication,
};

export const pageSchema = z.strictObject({
  ...pageFields,
  sprak: z.enum(['sv', 'en']).default('sv'),
  lattlast: z.literal('ja').optional(),
});
export type PageData = z.infer<typeof pageSchema>;
