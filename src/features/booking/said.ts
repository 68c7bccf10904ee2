import { reasonTexts, type Said, unsentTexts } from './booking.text.ts';

const SAID: readonly string[] = ['ratta', ...Object.keys(reasonTexts), ...Object.keys(unsentTexts)];

/** What the address of a visitor's page says of the last press; undefined for anything that has no text. */
export function saidOf(url: URL): Said | undefined {
  const said = url.searchParams.get('fel') ?? '';
  return SAID.includes(said) ? (said as Said) : undefined;
}

/** The number of a fault in the log, as an address carries it. */
export const errorIdOf = (url: URL) => /^[0-9a-f]{8}$/.exec(url.searchParams.get('nr') ?? '')?.[0];
