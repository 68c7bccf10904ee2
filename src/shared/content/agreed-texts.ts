import { z } from 'zod';
import { headIn, parted } from './head.ts';
import { consent, publication } from './published.ts';

/** Read with the code, as facts.yml is: where the jobs run there is no Astro, and need not be any content/. */
const files = import.meta.glob<string>('../../../content/{films,stories}/**/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const KINDS = { films: 'film', stories: 'story' } as const;
const PATH = /\/content\/(films|stories)\/(.+?)(?:\/index)?\.mdx$/;

const head = z.object({ titel: z.string(), ...publication, samtycke: consent });
export type AgreedText = z.infer<typeof head> & { kind: (typeof KINDS)[keyof typeof KINDS]; id: string };

/** Throws when it is no film or story, or does not say until when it may show: such a text was never built. */
export function agreedText(path: string, text: string): AgreedText {
  const [, folder, id] = PATH.exec(path) ?? [];
  if (!folder || !id) throw new Error(`${path} is no film and no story`);
  return { kind: KINDS[folder as keyof typeof KINDS], id, ...head.parse(headIn(parted(text).written ?? '{}')) };
}

/** Every text that somebody is seen, heard or told of in, also those that do not show. */
export const agreedTexts = (): AgreedText[] => Object.entries(files).map(([path, text]) => agreedText(path, text));
