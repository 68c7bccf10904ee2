import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { URI } from 'otpauth';
import { describe, expect, test } from 'vitest';
import {
  codeAt,
  inGroups,
  newSecret,
  openSecret,
  otpauthLink,
  sealSecret,
  stepOf,
} from '../../../../src/features/second-factor/app-code.ts';

const key = randomBytes(32);
const STEP = 30_000;
const instant = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2060, 0) });
const secret = fc.constant(undefined).map(() => newSecret());

describe('a code', () => {
  test('counts in its own step, the one before and the one after, and is known by its step', () => {
    fc.assert(
      fc.property(secret, instant, fc.integer({ min: -1, max: 1 }), (own, at, away) => {
        const { code } = codeAt(own, new Date(at));
        expect(stepOf(code, own, new Date(at + away * STEP))).toBe(Math.floor(at / STEP));
      }),
    );
  });

  test('does not count two steps away', () => {
    fc.assert(
      fc.property(secret, instant, fc.constantFrom(-3, -2, 2, 3), (own, at, away) => {
        const { code } = codeAt(own, new Date(at));
        expect(stepOf(code, own, new Date(at + away * STEP))).not.toBe(Math.floor(at / STEP));
      }),
    );
  });

  test('is the one of RFC 6238', () => {
    const rfc = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(codeAt(rfc, new Date(59_000))).toEqual({ code: '287082', secondsLeft: 1 });
    expect(codeAt(rfc, new Date(1_111_111_109_000)).code).toBe('081804');
  });

  test.each(['', '12345', '1234567', '12a456', '１２３４５６', ' 123456'])('is six plain digits, so %j is none', (text) => {
    expect(stepOf(text, newSecret(), new Date())).toBeUndefined();
  });
});

describe('a stored secret', () => {
  test('opens for its owner, and for nobody else', () => {
    const owner = randomUUID();
    const own = newSecret();
    const sealed = sealSecret(own, owner, key);
    expect(openSecret(sealed, owner, key)).toBe(own);
    expect(openSecret(sealed, randomUUID(), key)).toBeUndefined();
    expect(openSecret(sealed, owner, randomBytes(32))).toBeUndefined();
    expect(sealed).not.toContain(own);
  });
});

test('the link says all that an app has to know', () => {
  const own = newSecret();
  const parsed = URI.parse(otpauthLink(own, 'maja@familjehem.example'));
  expect(parsed).toMatchObject({ issuer: 'GFO familjehem', label: 'maja@familjehem.example', algorithm: 'SHA1', digits: 6 });
  expect(parsed.secret.base32).toBe(own);
});

test('in groups it is the same secret', () => {
  const own = newSecret();
  expect(own).toMatch(/^[A-Z2-7]{32}$/);
  expect(inGroups(own)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  expect(inGroups(own).replaceAll(' ', '')).toBe(own);
});
