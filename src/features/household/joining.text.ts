import type { Home, Opened } from './home.ts';

export const joiningFaults = {
  number: 'Skriv hemmets nummer, till exempel 128',
  left: 'Välj vilket hem som ska vara kvar',
} as const;

/** Why no joining with the home of this number can be asked for; undefined: it can. */
export function whyNotWith(home: Home, number: number, other: Opened): string | undefined {
  if (number === home.number) return 'Skriv numret på ett annat hem än det här';
  if (other.ok) return other.erasedAt ? `Hem ${number} är raderat` : readsOnly(other);
  if (other.reason === 'joined') return `Hem ${number} är sammanslaget med hem ${other.into}. Skriv ${other.into} i stället`;
  if (other.reason === 'needs_reason')
    return `Hem ${number} kan bara öppnas av sina samordnare och enhetschefen. Be någon av dem`;
  return `Det finns inget hem med nummer ${number} som du kan öppna`;
}

const readsOnly = ({ ground, number }: Home) =>
  ground === 'break_glass' ? `Du läser hem ${number} med skäl och kan inte ändra något där` : undefined;
