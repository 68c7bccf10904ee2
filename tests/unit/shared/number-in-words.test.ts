import { expect, test } from 'vitest';
import { numberInWords } from '../../../src/shared/number-in-words.ts';

test.each([
  [0, 'noll'],
  [1, 'en'],
  [2, 'två'],
  [12, 'tolv'],
])('%i is written %s', (number, words) => {
  expect(numberInWords(number)).toBe(words);
});

test('what has no word of its own is written in digits', () => {
  expect(numberInWords(13)).toBe('13');
  expect(numberInWords(-1)).toBe('-1');
});
