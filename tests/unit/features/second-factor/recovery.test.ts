import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newRecoveryCodes, recoveryHash, written } from '../../../../src/features/second-factor/recovery.ts';
import { recoveryCodeSchema } from '../../../../src/features/second-factor/second-factor.schema.ts';
import { openShownCodes, sealShownCodes } from '../../../../src/features/second-factor/shown-codes.ts';

const key = randomBytes(32);
const codes = fc.constant(undefined).map(() => newRecoveryCodes());

describe('recovery codes', () => {
  test('are ten, and never two alike', () => {
    fc.assert(
      fc.property(codes, (ten) => {
        expect(new Set(ten).size).toBe(10);
      }),
    );
  });

  test('are read as they are written, however they are typed', () => {
    fc.assert(
      fc.property(codes, fc.boolean(), fc.constantFrom('-', ' ', '–', '', ' - '), (ten, large, between) => {
        for (const code of ten) {
          const typed = written(code).replace('-', between);
          expect(recoveryCodeSchema.parse(large ? ` ${typed.toUpperCase()} ` : typed)).toBe(code);
        }
      }),
    );
  });

  test.each(['', 'abcde', 'abcde-fghj1', 'abcde-fghjkm'])('%j is none', (typed) => {
    expect(recoveryCodeSchema.safeParse(typed).success).toBe(false);
  });

  test('have a hash that the database takes, of their own for each person and key', () => {
    const [code = ''] = newRecoveryCodes();
    const owner = randomUUID();
    const hash = recoveryHash(code, owner, key);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(recoveryHash(code, owner, key)).toBe(hash);
    expect(recoveryHash(code, randomUUID(), key)).not.toBe(hash);
    expect(recoveryHash(code, owner, randomBytes(32))).not.toBe(hash);
  });

  test('are shown for ten minutes, to their owner alone', () => {
    const owner = randomUUID();
    const ten = newRecoveryCodes();
    const made = new Date('2026-11-24T09:00:00Z');
    const sealed = sealShownCodes(ten, owner, made, key);
    expect(openShownCodes(sealed, owner, new Date('2026-11-24T09:10:00Z'), key)).toEqual(ten);
    expect(openShownCodes(sealed, owner, new Date('2026-11-24T09:10:01Z'), key)).toBeUndefined();
    expect(openShownCodes(sealed, randomUUID(), made, key)).toBeUndefined();
    expect(openShownCodes(null, owner, made, key)).toBeUndefined();
  });
});
