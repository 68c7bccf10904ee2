/** What is said above the list, and to who listens, each time it changes. */
export function found(query: string, number: number): string {
  if (query === '') return '';
  if (number === 0) return `Inget hittades för ”${query}”. Pröva ett annat ord, eller ring oss.`;
  return number === 1 ? `1 träff för ”${query}”` : `${number} träffar för ”${query}”`;
}
