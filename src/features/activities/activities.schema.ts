import { z } from 'zod';
import { pageFields } from '../../shared/content/frontmatter.ts';
import { yesOrNo } from '../../shared/content/published.ts';

const ONE_OF = (words: readonly string[]) => `är ett av: ${words.join(', ')}`;
const kinds = ['kurs', 'träff', 'föreläsning', 'stöd'] as const;
const phases = ['före', 'under', 'efter'] as const;
const audiences = ['blivande', 'familjehem', 'jourhem'] as const;
const forms = ['digitalt', 'på plats', 'hybrid'] as const;

const invited = ['alla', 'blivande', 'familjehem', 'jourhem', 'familjehemssekreterare', 'inbjudna'] as const;

/** What an occasion of it is like, unless its coordinator says otherwise. Whatever has none is not booked. */
const bookable = z.strictObject({
  publik: z.array(z.enum(invited, ONE_OF(invited))).min(1, 'minst en ska få boka'),
  /** How many one booking may be for, at most. */
  sallskap: z.int().min(1).max(20).default(4),
  barn: yesOrNo.default('nej'),
  intyg: yesOrNo.default('nej'),
});

export const activitySchema = z.strictObject({
  ...pageFields,
  slag: z.enum(kinds, ONE_OF(kinds)),
  /** When, seen from a placement. */
  nar: z.array(z.enum(phases, ONE_OF(phases))).min(1),
  for: z.array(z.enum(audiences, ONE_OF(audiences))).min(1),
  form: z.array(z.enum(forms, ONE_OF(forms))).default([]),
  kort: z.string('skriv en mening till listan: "kort: …"').min(20).max(160),
  ordning: z.int().default(100),
  bokas: bookable.optional(),
});
export type ActivityData = z.infer<typeof activitySchema>;
