import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sealSecret } from '../../../../src/features/second-factor/app-code.ts';
import { openPendingApp, sealPendingApp } from '../../../../src/features/second-factor/pending-app.ts';

const key = randomBytes(32);
const owner = randomUUID();
const made = new Date('2026-11-24T09:00:00Z');
const sealed = sealPendingApp(owner, made, key);

test('a new secret waits in the address for half an hour, the same at each reload', () => {
  const secret = openPendingApp(sealed, owner, made, key);
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(openPendingApp(sealed, owner, new Date('2026-11-24T09:30:00Z'), key)).toBe(secret);
  expect(openPendingApp(sealed, owner, new Date('2026-11-24T09:30:01Z'), key)).toBeUndefined();
});

test('no two pages have the same', () => {
  expect(openPendingApp(sealPendingApp(owner, made, key), owner, made, key)).not.toBe(openPendingApp(sealed, owner, made, key));
});

test('it is nothing to anybody else, and nothing else is taken for it', () => {
  expect(openPendingApp(sealed, randomUUID(), made, key)).toBeUndefined();
  expect(openPendingApp(sealSecret('ABCD', owner, key), owner, made, key)).toBeUndefined();
  expect(openPendingApp(null, owner, made, key)).toBeUndefined();
});
