import { z } from 'zod';
import { publication } from '../../shared/content/published.ts';

export const questionSchema = z.strictObject({
  fraga: z.string('frågan saknas: skriv "fraga: …"').min(8).max(90).regex(/\?$/, 'en fråga slutar med frågetecken'),
  ordning: z.int().default(100),
  nyckelord: z.array(z.string()).default([]),
  ...publication,
});
export type QuestionData = z.infer<typeof questionSchema>;

export const questionGroupSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  namn: z.string().min(3),
  ordning: z.int(),
});
export type QuestionGroup = z.infer<typeof questionGroupSchema>;
