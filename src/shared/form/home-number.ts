/** The number of a home as it stands in an address or a form; undefined for anything else. */
export function homeNumber(text: string | undefined): number | undefined {
  return text && /^[1-9]\d{0,11}$/.test(text) ? Number(text) : undefined;
}
