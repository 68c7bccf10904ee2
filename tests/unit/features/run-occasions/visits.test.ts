import { expect, test } from 'vitest';
import { waitsForUs } from '../../../../src/features/run-occasions/visits.ts';

test.each([
  ['asked', null, null, true],
  ['declined', null, null, false],
  ['agreed', null, null, true],
  ['agreed', 7, 'draft', false],
  ['agreed', 7, 'published', false],
  ['agreed', 7, 'cancelled', true],
] as const)('a workplace that has asked, %s with %s that is %s, waits for us: %s', (state, occasion, occasionState, waits) => {
  expect(waitsForUs({ state, occasion, occasionState })).toBe(waits);
});
