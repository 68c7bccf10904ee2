import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { answerBy, isLate } from '../../../../src/features/data-request/answer-by.ts';

const rule = { svarManader: 1 };
const at = (text: string) => Temporal.Instant.from(text);

test.each([
  ['2026-11-25T09:00:00Z', '2026-12-25'],
  // Already the day after in Sweden.
  ['2026-11-24T23:30:00Z', '2026-12-25'],
  // A month without that day ends before it.
  ['2027-01-31T09:00:00Z', '2027-02-28'],
  ['2026-12-31T23:30:00Z', '2027-02-01'],
])('what is asked for at %s is answered by %s', (askedAt, by) => {
  expect(answerBy(at(askedAt), rule).toString()).toBe(by);
});

test('an answer is late when its last day has passed in Sweden, and not before', () => {
  const askedAt = at('2026-11-25T09:00:00Z');
  expect(isLate(askedAt, at('2026-12-25T22:59:59Z'), rule)).toBe(false);
  expect(isLate(askedAt, at('2026-12-25T23:00:00Z'), rule)).toBe(true);
});
