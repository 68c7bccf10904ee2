import { randomUUID } from 'node:crypto';
import type { Cast } from './routes.ts';
import type { Action } from './routes-actions.ts';
import { all, DESK } from './routes-columns.ts';
import type { Page } from './routes-pages.ts';

const at = (step: string) => (c: Cast) => `/arbetsyta/aktiviteter/${c.occasion}${step}`;
/** Where a page sends whoever asks for what cannot be done with the occasion now. */
const back = all(DESK, 'in', 'occasion');

/** The coordinators' pages of what is held. */
export const occasionPages: Page[] = [
  ['arbetsyta/aktiviteter/index.astro', () => '/arbetsyta/aktiviteter', DESK],
  ['arbetsyta/aktiviteter/nytt.astro', () => '/arbetsyta/aktiviteter/nytt?av=connect', DESK],
  ['arbetsyta/aktiviteter/ar.astro', () => '/arbetsyta/aktiviteter/ar', DESK],
  ['arbetsyta/aktiviteter/besok.astro', () => '/arbetsyta/aktiviteter/besok', DESK],
  ['arbetsyta/aktiviteter/[nummer]/index.astro', at(''), DESK],
  ['arbetsyta/aktiviteter/[nummer]/andra.astro', at('/andra'), DESK],
  ['arbetsyta/aktiviteter/[nummer]/traff.astro', at('/traff'), DESK],
  ['arbetsyta/aktiviteter/[nummer]/publicera.astro', at('/publicera'), back],
  ['arbetsyta/aktiviteter/[nummer]/tider.astro', at('/tider'), back],
  ['arbetsyta/aktiviteter/[nummer]/stall-in.astro', at('/stall-in'), DESK],
  ['arbetsyta/aktiviteter/[nummer]/mejla.astro', at('/mejla'), DESK],
  ['arbetsyta/aktiviteter/[nummer]/dela-ut.astro', at('/dela-ut'), DESK],
];

const may = ['own', 'colleague', 'head', 'related'] as const;
const act = (verb: string, on: Action['on'], word: string, filled?: Action['filled']): Action => ({
  name: `occasions.${verb}`,
  on,
  empty: all(DESK, 'in', word),
  may,
  ...(filled && { filled }),
});
const course = { namn: 'Connect', publik: 'foster_homes', sallskap: '4', digitalt: '8' };
const evening = { rader: '1', dag1: '2031-01-09', fran1: '18:00', till1: '20:00', form1: 'digital' };
const nextYear = String(new Date().getFullYear() + 1);

export const occasionActions: Action[] = [
  act(
    'create',
    () => '/arbetsyta/aktiviteter/nytt',
    '>nytt',
    () => ({ id: randomUUID(), av: 'connect', ...course, ...evening }),
  ),
  act('change', at('/andra'), '422', () => ({ ...course, ...evening })),
  act(
    'copy',
    () => '/arbetsyta/aktiviteter/nytt',
    '>aktiviteter',
    (c) => ({ id: randomUUID(), kopia: String(c.occasion), dag: '2031-02-10' }),
  ),
  act('act', at(''), 'occasion', () => ({ vad: 'close' })),
  act('cancel', at('/stall-in'), '422', () => ({ skal: 'Ledaren är sjuk', vidare: 'ja' })),
  act('move', at('/traff'), '422', () => ({ plats: 'Skolan', vidare: 'ja' })),
  act('capacity', at(''), '422', () => ({ digitalt: '9' })),
  act('offer', at(''), 'occasion'),
  act('message', at('/mejla'), '422'),
  act('addSlots', at('/tider'), 'occasion'),
  act('dropSlot', at('/tider'), 'occasion'),
  act(
    'makeYear',
    () => '/arbetsyta/aktiviteter/ar',
    '422',
    () => ({ ar: nextYear, satt: 'grupp', fran: '12:00', till: '13:00', digitalt: '40' }),
  ),
  act('answerVisit', () => '/arbetsyta/aktiviteter/besok', '>besok'),
];
