/** Ages as the amounts are written: one amount before thirteen and one from there, where it is not the same for all. */
export const AGE_GROUPS = ['0-12', '13-19'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];
