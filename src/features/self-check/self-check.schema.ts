import { z } from 'zod';

const id = z.string().regex(/^[a-zåäö0-9-]+$/, 'skrivs med små bokstäver, siffror och bindestreck');

/** What an answer says: for it, something to talk about at home, or not now. None of them decides. */
export const LEANINGS = ['talar-for', 'prata-om', 'inte-nu'] as const;
export type Leaning = (typeof LEANINGS)[number];

const NEXT_STEPS = ['intresse', 'sa-funkar-det', 'paminnelse'] as const;

export const selfCheckSchema = z.strictObject({
  fragor: z
    .array(
      z.strictObject({
        id,
        amne: z.string(),
        fraga: z.string().min(10),
        hjalp: z.string().optional(),
        tanka: z.string('det att tänka på saknas: skriv "tanka: …"').min(40),
        svar: z
          .array(z.strictObject({ id, text: z.string().min(2), vag: z.enum(LEANINGS), rad: z.string().min(10) }))
          .min(2)
          .max(4),
      }),
    )
    .min(10)
    .max(14),
  resultat: z
    .array(
      z.strictObject({
        id: z.enum(['ga-vidare', 'lyssna-forst', 'inte-nu']),
        rubrik: z.string(),
        text: z.string(),
        nasta: z.enum(NEXT_STEPS),
      }),
    )
    .length(3),
});
export type SelfCheck = z.infer<typeof selfCheckSchema>;
