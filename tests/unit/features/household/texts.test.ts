import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { change, REASONS } from '../../../../src/features/household/change.ts';
import { homeNumber } from '../../../../src/features/household/home.ts';
import { doneTexts, eventTexts, isDone, reasonTexts } from '../../../../src/features/household/household.text.ts';
import { callBy } from '../../../../src/features/household/when.ts';
import { Constants } from '../../../../src/shared/db/database.types.ts';

const now = Temporal.Instant.from('2026-11-24T12:00:00Z');

test('every kind of event has a line of its own', () => {
  const kinds = Constants.public.Enums.household_event_kind;
  expect(Object.keys(eventTexts).toSorted()).toEqual([...kinds].toSorted());
  expect(new Set(Object.values(eventTexts)).size).toBe(kinds.length);
});

test('every refusal has a text', () => {
  for (const reason of REASONS) expect(reasonTexts[reason]).toMatch(/\.$/);
});

test('only what we say ourselves is said', () => {
  expect(isDone('jav')).toBe(true);
  for (const text of [null, '', 'toString', 'Du har blivit lurad']) expect(isDone(text)).toBe(false);
  expect(Object.values(doneTexts).join(' ')).not.toMatch(/godkän/i);
});

describe('a promised call', () => {
  test.each([
    ['2026-11-24 12:00:01+00', false],
    ['2026-11-24T11:59:59Z', true],
  ])('%s is late: %s', (timestamp, late) => expect(callBy(timestamp, now).late).toBe(late));
  test('is said in words', () => expect(callBy('2026-11-25T15:00:00Z', now).text).toBe('onsdag 25 november kl. 16.00'));
});

describe('a step in a home', () => {
  const answered = (data: unknown, code?: string) =>
    change(Promise.resolve({ data, error: code ? { code, message: 'x' } : null }));
  test('is taken, or not for a reason', async () => {
    expect(await answered({ ok: true, id: 'x' })).toEqual({ ok: true });
    expect(await answered({ ok: false, reason: 'last_adult' })).toEqual({ ok: false, reason: 'last_adult' });
  });
  test('in a home that is closed to this person is refused, not a fault', async () => {
    expect(await answered(null, '42501')).toEqual({ ok: false, reason: 'closed' });
  });
  test('that went wrong otherwise is a fault', async () => {
    await expect(answered(null, '57014')).rejects.toThrow('57014');
    await expect(answered({ ok: false, reason: 'new_reason' })).rejects.toThrow('Invalid option');
  });
});

test.each([
  ['1', 1],
  ['1024', 1024],
  ['0', undefined],
  ['01', undefined],
  ['1e3', undefined],
  ['-1', undefined],
  ['9999999999999', undefined],
  [undefined, undefined],
])('the number of a home in an address: %s', (text, number) => expect(homeNumber(text)).toBe(number));
