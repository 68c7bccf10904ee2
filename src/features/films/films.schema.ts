import { z } from 'zod';
import { pageFields } from '../../shared/content/frontmatter.ts';
import { consent, yesOrNo } from '../../shared/content/published.ts';
import { themes } from '../../shared/content/themes.ts';

const seconds = z.number('skrivs i sekunder: 64').min(0);

/** What is heard, by whom, or what is seen: with both the film can be read by who neither sees nor hears it. */
const line = z
  .strictObject({ tid: seconds, vem: z.string().optional(), sager: z.string().optional(), ser: z.string().optional() })
  .refine(({ sager, ser }) => (sager === undefined) !== (ser === undefined), 'skriv antingen "sager" eller "ser"');

const rising = (times: readonly { tid: number }[]) => times.every(({ tid }, at) => at === 0 || tid >= (times[at - 1]?.tid ?? 0));

export const filmSchema = z
  .strictObject({
    ...pageFields,
    /** An example that the communicator replaces. */
    exempel: yesOrNo.default('nej'),
    /** A file beside the text, or the https address of a master that is kept elsewhere. */
    fil: z
      .string('filmen saknas: skriv "fil: film.mp4" eller en https-adress')
      .regex(/^(https:\/\/\S+|[\w-]+\.mp4)$/, 'är varken en mp4-fil eller en https-adress'),
    /** Seconds. */
    langd: seconds.min(1),
    textning: z.string('filmen måste vara textad: skriv "textning: textning.vtt"').regex(/^[\w-]+\.vtt$/, 'ska vara en .vtt-fil'),
    beskriven: z
      .string()
      .regex(/^[\w-]+\.vtt$/, 'ska vara en .vtt-fil')
      .optional(),
    teman: themes,
    kapitel: z
      .array(z.strictObject({ tid: seconds, namn: z.string().min(2) }))
      .min(1, 'minst ett kapitel')
      .refine(rising, 'tiderna ska stiga'),
    manus: z
      .array(line, 'filmen måste gå att läsa: skriv "manus:" med det som sägs och syns')
      .min(2, 'filmen måste gå att läsa: skriv det som sägs och syns')
      .refine(rising, 'tiderna ska stiga'),
    samtycke: consent,
  })
  .refine(({ kapitel, langd }) => kapitel.every(({ tid }) => tid < langd), {
    error: 'ett kapitel börjar efter filmens slut',
    path: ['kapitel'],
  });
export type FilmData = z.infer<typeof filmSchema>;
