import { randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';

vi.mock('../../../../src/shared/env.ts', () => ({ derivedKey: (purpose: string) => Buffer.alloc(32, purpose) }));
const { openRefusal, sealRefusal } = await import('../../../../src/shared/auth/refusal.ts');

const answer = (body: string) => ({
  name: 'staff.add',
  result: { type: 'data' as const, contentType: 'application/json+devalue' as const, status: 200 as const, body },
});

test('what is wrong with a form comes back to who sent it, and to nobody else', () => {
  const sealed = sealRefusal(answer('[1]'), 'session') ?? '';
  expect(openRefusal(sealed, 'session')).toEqual(answer('[1]'));
  expect(openRefusal(sealed, 'another')).toBeUndefined();
  expect(openRefusal(sealed, undefined)).toBeUndefined();
  expect(openRefusal(sealRefusal(answer('[1]'), undefined) ?? '', undefined)).toEqual(answer('[1]'));
});

test('nothing else is taken for an answer', () => {
  for (const text of [null, '', 'nonsense', 'A'.repeat(9_000)]) expect(openRefusal(text, undefined)).toBeUndefined();
});

test('what is too long for an address stays out of it', () => {
  const noise = randomBytes(9_000).toString('base64');
  expect(sealRefusal(answer(noise), 'session')).toBeUndefined();
});
