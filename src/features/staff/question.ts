import { questionTexts } from './staff.text.ts';

type Asked = { question: keyof typeof questionTexts; heading: string; points: readonly string[]; yes: string };

/** What is asked about somebody, by the address's last part; undefined for anything else. */
export function questionOf(part: string | undefined, name: string, isOneself: boolean): Asked | undefined {
  if (part === 'ta-bort') return { question: part, ...questionTexts[part](name, isOneself) };
  // Nobody opens their own door with it.
  if (part === 'aterstall' && !isOneself) return { question: part, ...questionTexts[part](name) };
  return undefined;
}
