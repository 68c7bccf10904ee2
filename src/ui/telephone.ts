/** A Swedish number as people write it ("0980-31 92 00") as an address that dials from abroad too ("tel:+46980319200"). */
export function telephoneAddress(written: string): string {
  const digits = written.replace(/[^\d+]/g, '');
  return `tel:${digits.startsWith('0') ? `+46${digits.slice(1)}` : digits}`;
}

/** The number with spaces and hyphens that never break at the end of a line. */
export function telephoneText(written: string): string {
  return written.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011');
}
