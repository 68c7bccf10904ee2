import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAges, parseCount } from '../../../../src/shared/form/numbers.ts';

describe('a count', () => {
  test.each([
    ['2', 2],
    ['två', 2],
    ['Två st', 2],
    ['3 barn', 3],
    ['inga', 0],
    ['ett', 1],
    ['٢', undefined],
    ['2-3', undefined],
    ['-1', undefined],
    ['2,5', undefined],
    ['många', undefined],
    ['constructor', undefined],
    ['99999', undefined],
  ])('%s is %s', (text, count) => expect(parseCount(text)).toBe(count));

  test('every number up to 9999 is read as itself', () => {
    fc.assert(
      fc.property(fc.nat(9999), (count) => {
        expect(parseCount(String(count))).toBe(count);
      }),
    );
  });
});

describe('ages', () => {
  test.each<[string, number[] | undefined]>([
    ['', []],
    ['4, 7 och 12', [4, 7, 12]],
    ['4 år, 7 år', [4, 7]],
    ['4 7 12', [4, 7, 12]],
    ['8 månader och 3 år', [0, 3]],
    ['6 mån', [0]],
    ['18 månader', [1]],
    ['nyfödd och 3', [0, 3]],
    ['ett och tre', [1, 3]],
    ['10-åring', [10]],
    ['Elsa 4', undefined],
    ['4 (snart 5 år gammal)', undefined],
    ['fyra', [4]],
    ['fyrtio', undefined],
  ])('"%s" is %j', (text, ages) => expect(parseAges(text)).toEqual(ages));

  test('any list of ages written with commas is read as itself', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(25), { maxLength: 12 }), (ages) => {
        expect(parseAges(ages.join(', '))).toEqual(ages);
      }),
    );
  });

  test('no text at all makes it throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => [parseAges(text), parseCount(text)]).not.toThrow();
      }),
    );
  });
});
