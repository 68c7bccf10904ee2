import { expect, test } from 'vitest';
import { lix } from '../../../../src/shared/content/lix.ts';

test('counts words a sentence, and the hundredths of long ones', () => {
  // Six words, two sentences, one word of more than six letters: 3 + 100/6.
  expect(lix('Ni ringer oss. Vi svarar ordentligt.')).toBeCloseTo(3 + 100 / 6);
  expect(lix('')).toBe(0);
  // A long word has seven letters or more.
  expect(lix('Klockan.')).toBeCloseTo(101);
  expect(lix('Fredag.')).toBeCloseTo(1);
});

test('a time of day ends no sentence, and a soft hyphen makes no word longer', () => {
  expect(lix('Vi ses 12.00 på fredag.')).toBeCloseTo(4);
  expect(lix('fam\u00adil\u00adj')).toBeCloseTo(1);
});
