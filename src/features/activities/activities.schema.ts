import { z } from 'zod';
import { pageFields } from '../../shared/content/frontmatter.ts';

const ONE_OF = (words: readonly string[]) => `är ett av: ${words.join(', ')}`;
const kinds = ['kurs', 'träff', 'föreläsning', 'stöd'] as const;
const phases = ['före', 'under', 'efter'] as const;
const audiences = ['blivande', 'familjehem', 'jourhem'] as const;
const forms = ['digitalt', 'på plats', 'hybrid'] as const;

export const activitySchema = z.strictObject({
  ...pageFields,
  slag: z.enum(kinds, ONE_OF(kinds)),
  /** When, seen from a placement. */
  nar: z.array(z.enum(phases, ONE_OF(phases))).min(1),
  for: z.array(z.enum(audiences, ONE_OF(audiences))).min(1),
  form: z.array(z.enum(forms, ONE_OF(forms))).default([]),
  kort: z.string('skriv en mening till listan: "kort: …"').min(20).max(160),
  ordning: z.int().default(100),
});
export type ActivityData = z.infer<typeof activitySchema>;
