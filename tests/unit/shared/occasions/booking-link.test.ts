import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { bookingKey, bookingKeyHash, isBookingKey } from '../../../../src/shared/occasions/booking-link.ts';

const secret = Buffer.from('a secret of the tests');
const id = randomUUID();

test('a key opens its own booking alone, however its id is written', () => {
  const key = bookingKey(secret, id);
  expect(isBookingKey(secret, id, key)).toBe(true);
  expect(isBookingKey(secret, id.toUpperCase(), key)).toBe(true);
  expect(isBookingKey(secret, randomUUID(), key)).toBe(false);
  expect(isBookingKey(Buffer.from('another'), id, key)).toBe(false);
  for (const wrong of ['', key.slice(1), `${key}0`, bookingKeyHash(key)]) expect(isBookingKey(secret, id, wrong)).toBe(false);
});
