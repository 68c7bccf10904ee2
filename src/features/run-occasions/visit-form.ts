import type { Lists } from '../../shared/form/typed.ts';
import { typedRows } from './session-rows.ts';
import type { Visit } from './visits.ts';

/** What an occasion is like that comes of a workplace's or an association's wish: for those whom they hand its link to. */
export const typedVisit = ({ organisation, municipality, people }: Visit): Lists => ({
  namn: [`Så funkar det hos ${organisation}`.slice(0, 120)],
  publik: ['guests'],
  kommun: [municipality],
  plats: [organisation.slice(0, 120)],
  fysiskt: [String(people)],
  ...typedRows([{ form: 'physical' }]),
});
