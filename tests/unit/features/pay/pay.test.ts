import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Child,
  childrenFrom,
  completeYear,
  currentPay,
  MOST_CHILDREN,
  payFor,
} from '../../../../src/features/pay/pay.rules.ts';
import { AGE_GROUPS } from '../../../../src/shared/facts/ages.ts';
import { parseFacts } from '../../../../src/shared/facts/facts.schema.ts';

const years = parseFacts(readFileSync('content/facts.yml', 'utf8')).ersattning.ar;
const written = years.find(({ ar }) => ar === 2021);
if (!written) throw new Error('2021 is the year that these tests reckon with');
const year = completeYear(written);
if (!year) throw new Error('2021 is complete');

const child = fc.record({ age: fc.constantFrom(...AGE_GROUPS), level: fc.integer({ min: 0, max: 3 }) });
const children = fc.array(child, { maxLength: MOST_CHILDREN });

describe('a year is reckoned with only when all its amounts are known', () => {
  test('2021 is, and 2023 is not', () => {
    expect(currentPay(years, 2021)).toBeDefined();
    expect(currentPay(years, 2023)).toBeUndefined();
    expect(currentPay(years, 2026)).toBeUndefined();
  });

  test('not with any one of them taken away', () => {
    const { arvode, omkostnad } = written;
    const without = [
      { ...written, omkostnad: undefined },
      { ...written, omkostnad: { '0-12': omkostnad?.['0-12'] } },
      { ...written, omkostnad: { '13-19': omkostnad?.['13-19'] } },
      { ...written, arvode: { ...arvode, '0-12': undefined } },
      { ...written, arvode: { ...arvode, '13-19': undefined } },
      { ...written, arvode: { ...arvode, forhojt: undefined } },
      { ...written, arvode: { ...arvode, forhojt: [] } },
    ];
    expect(without.map((one) => completeYear(one as typeof written))).toEqual(without.map(() => undefined));
  });

  test('one amount for all ages is enough', () => {
    const forAll = completeYear({
      ar: 2030,
      kalla: 'Ett exempel',
      arvode: { '0-19': 100, forhojt: [200] },
      omkostnad: { '0-19': { fran: 10, till: 20 } },
    });
    expect(forAll?.byAge['13-19']).toEqual({ levels: [100, 200], allowance: { fran: 10, till: 20 } });
  });
});

describe('what a home is paid', () => {
  test('by the amounts of 2021', () => {
    expect(payFor([{ age: '0-12', level: 0 }], year)).toEqual({ fee: 6503, allowance: { fran: 4363, till: 6148 } });
    expect(
      payFor(
        [
          { age: '13-19', level: 0 },
          { age: '0-12', level: 3 },
        ],
        year,
      ),
    ).toEqual({ fee: 8436 + 14592, allowance: { fran: 4958 + 4363, till: 6942 + 6148 } });
  });

  test('for several is the sum of each, in any order', () => {
    fc.assert(
      fc.property(children, (list) => {
        const sum = list.map((one) => payFor([one], year).fee).reduce((a, b) => a + b, 0);
        expect(payFor(list, year).fee).toBe(sum);
        expect(payFor(list.toReversed(), year)).toEqual(payFor(list, year));
      }),
    );
  });

  test('is never less at a higher level, and the allowance never turned about', () => {
    fc.assert(
      fc.property(children, child, (list, { age, level }) => {
        const [lower, higher] = [level, level + 1].map((at) => payFor([...list, { age, level: at }], year));
        expect(higher?.fee).toBeGreaterThanOrEqual(lower?.fee ?? 0);
        expect(higher?.allowance.till).toBeGreaterThanOrEqual(higher?.allowance.fran ?? 0);
      }),
    );
  });
});

describe('an address asks about children', () => {
  const ask = (list: readonly Child[]) =>
    new URLSearchParams(
      list.flatMap(({ age, level }, at) => [
        [`alder${at + 1}`, age],
        [`niva${at + 1}`, String(level)],
      ]),
    );

  test('and is read as it was written', () => {
    fc.assert(
      fc.property(children, (list) => {
        expect(childrenFrom(ask(list))).toEqual(list);
      }),
    );
  });

  test('what cannot be read is left out', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (age, level) => {
        const read = childrenFrom(new URLSearchParams({ alder1: age, niva1: level }));
        expect(() => payFor(read, year)).not.toThrow();
      }),
    );
    expect(childrenFrom(new URLSearchParams('alder1=0-19&alder2=13-19&niva2=99'))).toEqual([{ age: '13-19', level: 0 }]);
  });
});
