import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { keepNoLongerThan, keepSeats, secondsToKeep } from '../../../../src/shared/http/open-page.ts';
import { inStockholm } from '../../../../src/shared/time/stockholm.ts';

test('no cache keeps a page into the next day, in summer or in winter', () => {
  const instants = fc
    .integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-01-01') })
    .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
  fc.assert(
    fc.property(instants, (now) => {
      const seconds = secondsToKeep(now);
      expect(seconds).toBeGreaterThanOrEqual(1);
      expect(seconds).toBeLessThanOrEqual(300);
      const last = now.add({ seconds: seconds - 1 });
      expect(inStockholm(last).toPlainDate().toString()).toBe(inStockholm(now).toPlainDate().toString());
    }),
  );
  expect(secondsToKeep(Temporal.Instant.from('2026-12-24T22:59:00Z'))).toBe(60);
});

test('a page is kept no longer than until what it tells of begins, and one with seats for seconds', () => {
  const now = Temporal.Instant.from('2027-01-29T10:58:00Z');
  const kept = (put: (response: { headers: Headers }) => void) => {
    const response = { headers: new Headers() };
    put(response);
    return Number(/s-maxage=(\d+)$/.exec(response.headers.get('cache-control') ?? '')?.[1]);
  };
  expect(kept((of) => keepNoLongerThan(of, now, Temporal.Instant.from('2027-01-29T11:00:00Z')))).toBe(120);
  expect(kept((of) => keepNoLongerThan(of, now, Temporal.Instant.from('2027-01-29T12:00:00Z')))).toBe(300);
  expect(kept((of) => keepNoLongerThan(of, now, now))).toBe(1);
  expect(kept((of) => keepNoLongerThan(of, now, undefined))).toBe(300);
  expect(kept(keepSeats)).toBe(15);
});
