import { AGE_GROUPS, type AgeGroup } from '../../shared/facts/ages.ts';
import type { PayYear } from '../../shared/facts/pay.schema.ts';

type Span = { fran: number; till: number };

/** A year with everything that reckoning needs, in kronor a month and child. `levels[0]` is the fee that is not raised. */
export type CompleteYear = {
  year: number;
  source: string;
  byAge: Record<AgeGroup, { levels: readonly number[]; allowance: Span }>;
};

/** Undefined when an amount is missing: then nothing is reckoned with that year. */
export function completeYear({ ar, kalla, arvode, omkostnad }: PayYear): CompleteYear | undefined {
  const { forhojt } = arvode;
  if (!forhojt || forhojt.length === 0) return undefined;
  const of = (age: AgeGroup) => {
    const fee = arvode[age] ?? arvode['0-19'];
    const allowance = omkostnad?.[age] ?? omkostnad?.['0-19'];
    return fee !== undefined && allowance ? { levels: [fee, ...forhojt], allowance } : undefined;
  };
  const [young, old] = [of('0-12'), of('13-19')];
  return young && old && { year: ar, source: kalla, byAge: { '0-12': young, '13-19': old } };
}

/** The amounts of that calendar year, when all of them are known. */
export function currentPay(years: readonly PayYear[], year: number): CompleteYear | undefined {
  const known = years.find(({ ar }) => ar === year);
  return known && completeYear(known);
}

/** A child of the reckoning: which ages, and which level of the fee (0 is not raised). */
export type Child = { age: AgeGroup; level: number };

export type Pay = { fee: number; allowance: Span };

/** Kronor a month for all of them together. A level that the year does not have counts as its highest. */
export function payFor(children: readonly Child[], year: CompleteYear): Pay {
  return children.reduce<Pay>(
    (sum, { age, level }) => {
      const { levels, allowance } = year.byAge[age];
      const fee = levels[Math.min(level, levels.length - 1)] ?? 0;
      return {
        fee: sum.fee + fee,
        allowance: { fran: sum.allowance.fran + allowance.fran, till: sum.allowance.till + allowance.till },
      };
    },
    { fee: 0, allowance: { fran: 0, till: 0 } },
  );
}

export const MOST_CHILDREN = 3;

/** The children that an address asks about (`alder1=0-12&niva1=2`); what cannot be read is left out. */
export function childrenFrom(query: URLSearchParams): Child[] {
  return Array.from({ length: MOST_CHILDREN }, (_, at) => {
    const age = AGE_GROUPS.find((group) => group === query.get(`alder${at + 1}`));
    const level = /^[0-9]$/.test(query.get(`niva${at + 1}`) ?? '') ? Number(query.get(`niva${at + 1}`)) : 0;
    return age && { age, level };
  }).filter((child) => child !== undefined);
}
