import { expect, test } from 'vitest';
import { telephoneAddress, telephoneText } from '../../../src/ui/telephone.ts';

test.each([
  ['0980-31 92 00', 'tel:+46980319200'],
  ['+46 980 31 92 00', 'tel:+46980319200'],
  ['070-174 06 05', 'tel:+46701740605'],
  ['112', 'tel:112'],
])('%s is dialled as %s', (written, address) => {
  expect(telephoneAddress(written)).toBe(address);
});

test('the number stays on one line and reads the same', () => {
  const text = telephoneText('0980-31 92 00');
  expect(text).toBe('0980\u201131\u00a092\u00a000');
  expect(text).not.toMatch(/[ -]/);
});
