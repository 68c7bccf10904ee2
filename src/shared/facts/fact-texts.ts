import { numberInWords } from '../number-in-words.ts';
import type { Facts } from './facts.schema.ts';

const number = new Intl.NumberFormat('sv-SE');

/** "11 237 kronor", with spaces that no line is broken at. */
export const kronorInWords = (kronor: number): string => `${number.format(kronor)}\u00a0kronor`;

/** "10 374, 12 326 och 14 592 kronor" */
function list(amounts: readonly number[]): string {
  const texts = amounts.map((amount) => number.format(amount));
  const last = texts.pop();
  return `${texts.length > 0 ? `${texts.join(', ')} och ` : ''}${last}\u00a0kronor`;
}

/** What the texts in content/ may name with <Fakta namn="…" />: each fact's name and how it reads in a sentence. */
export function factTexts(facts: Facts): Record<string, string> {
  const pay = facts.ersattning.ar.flatMap(({ ar, arvode: { forhojt, ...fees }, omkostnad = {} }) => [
    ...Object.entries(fees).map(([age, kronor]) => [`arvode.${ar}.${age === '0-19' ? 'grund' : age}`, kronorInWords(kronor)]),
    ...(forhojt ? [[`arvode.${ar}.forhojt`, list(forhojt)]] : []),
    ...Object.entries(omkostnad).map(([age, { fran, till }]) => [
      `omkostnad.${ar}.${age === '0-19' ? 'grund' : age}`,
      `${number.format(fran)} till ${kronorInWords(till)}`,
    ]),
  ]);
  return Object.fromEntries([
    ['kontakt.telefontid', facts.kontakt.telefontid],
    ['forstaSamtalet.arbetsdagar', numberInWords(facts.forstaSamtalet.arbetsdagar)],
    ['saFunkarDet.klockan', facts.saFunkarDet.klockan.replace(':', '.')],
    ['saFunkarDet.plats', facts.saFunkarDet.plats],
    ['personuppgifter.ansvarig', facts.personuppgifter.ansvarig],
    ['gallring.manader', String(facts.gallring.registreringManader)],
    ['gallring.forvarning', String(facts.gallring.forvarningDagar)],
    ['gallring.spar', String(facts.gallring.sparDagar)],
    ['tillstand.text', facts.tillstand.text],
    ...pay,
    ...Object.entries(facts.siffror.tal).map(([name, { varde }]) => [`siffror.${name}`, String(varde)]),
  ]) as Record<string, string>;
}
