import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { factTexts } from '../../../../src/shared/facts/fact-texts.ts';
import { parseFacts } from '../../../../src/shared/facts/facts.schema.ts';

const text = readFileSync('content/facts.yml', 'utf8');
const plain = (value: string | undefined) => value?.replaceAll('\u00a0', ' ');

test('a fact reads in a sentence as it should', () => {
  const facts = factTexts(parseFacts(text));
  expect(plain(facts['arvode.2023.grund'])).toBe('11 237 kronor');
  expect(plain(facts['arvode.2021.forhojt'])).toBe('10 374, 12 326 och 14 592 kronor');
  expect(plain(facts['omkostnad.2021.0-12'])).toBe('4 363 till 6 148 kronor');
  expect(facts['forstaSamtalet.arbetsdagar']).toBe('två');
  expect(facts['siffror.mentorshem']).toBe('24');
});

test.each([
  [/kalla: "SKR:s rekommendation för 2023"/, 'kalla: ""', /källa/],
  [/forhojt: \[13132, 15040/, 'forhojt: [15040, 13132', /stigande/],
  [/fran: 4363, till: 6148/, 'fran: 6148, till: 4363', /större/],
  [/- ar: 2023/, '- ar: 2021', /samma år/],
  [/"0-19": 11237/, '"0-19": "11 237"', /hela kronor/],
])('an amount that cannot be right is refused (%s)', (from, to, why) => {
  expect(text).toMatch(from);
  expect(() => parseFacts(text.replace(from, to))).toThrow(why);
});
