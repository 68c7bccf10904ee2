import { z } from 'zod';
import { day } from './day.ts';

const yesOrNo = z.enum(['ja', 'nej'], 'skrivs "ja" eller "nej"');

/** What decides whether something shows. Days are Stockholm's, and compare as text. */
export const publication = {
  /** A draft shows nowhere. */
  utkast: yesOrNo.default('nej'),
  /** Shows from this day on. */
  publiceras: day.optional(),
};

/** That those who are seen or heard in it have agreed, and until when. `till` is the first day on which it shows no more. */
export const consent = z
  .strictObject(
    { givet: day, till: day },
    'den som berättar måste ha sagt ja: skriv "samtycke: { givet: 2026-01-31, till: 2028-01-31 }"',
  )
  .refine(({ givet, till }) => givet < till, '"till" ska vara efter "givet"');

export { yesOrNo };

export type Publication = {
  utkast: 'ja' | 'nej';
  publiceras?: string | undefined;
  samtycke?: { till: string } | undefined;
};

/** Whether it shows on that day (`2026-11-29`, Stockholm's). */
export function isPublished({ utkast, publiceras, samtycke }: Publication, today: string): boolean {
  return utkast === 'nej' && (!publiceras || publiceras <= today) && (!samtycke || today < samtycke.till);
}
