import { z } from 'zod';
import { pageFields } from '../../shared/content/frontmatter.ts';
import { consent, yesOrNo } from '../../shared/content/published.ts';
import { themes } from '../../shared/content/themes.ts';

export const storySchema = z.strictObject({
  ...pageFields,
  exempel: yesOrNo.default('nej'),
  /** Who tells, as they want to be called. */
  vem: z.string('vem berättar? Skriv "vem: …"').min(2),
  teman: themes,
  samtycke: consent,
});
export type StoryData = z.infer<typeof storySchema>;
