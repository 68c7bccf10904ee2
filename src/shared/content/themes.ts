import { z } from 'zod';

/** What films and stories are about: each theme has a list of its own. */
export const THEMES = {
  vardagen: 'Vardagen',
  skolan: 'Skolan',
  'barnets föräldrar': 'Barnets föräldrar',
  'egna barn': 'Egna barn',
  'första tiden': 'Första tiden',
  avsked: 'Avsked',
} as const;
export type Theme = keyof typeof THEMES;

const NAMES = Object.keys(THEMES) as [Theme, ...Theme[]];

export const themes = z.array(z.enum(NAMES, `ett tema är ett av: ${NAMES.join(', ')}`)).min(1, 'minst ett tema');
