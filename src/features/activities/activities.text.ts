/** When a support comes in, seen from a placement. */
export const PARTS = [
  { phase: 'före', heading: 'Innan ett barn kommer' },
  { phase: 'under', heading: 'När barnet bor hos er' },
  { phase: 'efter', heading: 'När det tar slut' },
] as const;

export const audiences = { blivande: 'er som kartläggs', familjehem: 'familjehem', jourhem: 'jourhem' } as const;
