import { randomUUID } from 'node:crypto';
import type { Action } from './routes-actions.ts';
import { all, DESK } from './routes-columns.ts';
import type { Page } from './routes-pages.ts';

const at = (step: string) => (c: { occasion: number }) => `/arbetsyta/aktiviteter/${c.occasion}/${step}`;

/** Who comes to an occasion: for those who arrange it, whichever homes they have. */
export const participantPages: Page[] = [
  ['arbetsyta/aktiviteter/[nummer]/deltagare.astro', at('deltagare'), DESK],
  ['arbetsyta/aktiviteter/[nummer]/deltagare.csv.ts', at('deltagare.csv'), DESK],
  ['arbetsyta/aktiviteter/[nummer]/deltagare/[bokning].astro', at(`deltagare/${randomUUID()}`), all(DESK, 'in', '>deltagare')],
  ['arbetsyta/aktiviteter/[nummer]/narvaro.astro', at('narvaro'), DESK],
  ['arbetsyta/aktiviteter/[nummer]/narvaro.json.ts', (c) => `POST ${at('narvaro.json')(c)}`, all(DESK, 'in', '400')],
  ['arbetsyta/aktiviteter/[nummer]/behov.astro', at('behov'), DESK],
  ['arbetsyta/aktiviteter/[nummer]/lagg-till.astro', at('lagg-till'), DESK],
  ['arbetsyta/aktiviteter/grundkurs.astro', () => '/arbetsyta/aktiviteter/grundkurs', DESK],
  ['arbetsyta/aktiviteter/utfall.astro', () => '/arbetsyta/aktiviteter/utfall', DESK],
];

const may = ['own', 'colleague', 'head', 'related'] as const;
/** Who sends a form of no occasion comes to the list of them. */
const nowhere = all(DESK, 'in', '>aktiviteter');

export const participantActions: Action[] = [
  {
    name: 'participants.addVisitor',
    on: at('lagg-till'),
    empty: nowhere,
    may,
    filled: (c) => ({ tillfalle: String(c.occasion), bokning: randomUUID(), namn: 'Ny Gästsson', form: 'digital' }),
  },
  { name: 'participants.addHome', on: at('lagg-till'), empty: nowhere, may: [] },
  { name: 'participants.findHome', on: at('lagg-till'), empty: nowhere, may: [] },
  { name: 'participants.walkIn', on: at('narvaro'), empty: nowhere, may: [] },
  { name: 'participants.mark', on: at('narvaro'), empty: nowhere, may: [] },
  { name: 'participants.move', on: at(`deltagare/${randomUUID()}`), empty: nowhere, may: [] },
  { name: 'participants.cancel', on: at(`deltagare/${randomUUID()}`), empty: nowhere, may: [] },
];
