import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { seal, unseal } from '../../../../src/shared/seal.ts';

vi.mock('../../../../src/shared/env.ts', () => ({ derivedKey: (purpose: string) => Buffer.alloc(32, purpose) }));
const { beginDraft, fits, openDraft, openReceipt, sealDraft, sealReceipt } = await import(
  '../../../../src/features/interest/draft.ts'
);

const now = new Date('2026-11-23T18:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe('what is sealed', () => {
  const key = randomBytes(32);

  test('comes back as it was', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string({ unit: 'binary' })), (value) => {
        expect(unseal(seal(value, key), key)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('opens with no other key, and not when a single character is changed', () => {
    const sealed = seal({ email: 'a@exempel.example' }, key);
    expect(unseal(sealed, randomBytes(32))).toBeUndefined();
    // The last character can differ in bits that base64 does not use.
    for (let at = 0; at < sealed.length - 1; at += 1) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      expect(unseal(changed, key)).toBeUndefined();
    }
  });

  test('shows nothing of what it holds', () => {
    expect(seal({ name: 'Amira' }, key)).not.toContain(Buffer.from('Amira').toString('base64url').slice(0, 5));
  });

  test('any text at all is refused quietly', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(unseal(text, key)).toBeUndefined();
      }),
    );
  });
});

describe('a draft', () => {
  test('is kept whole in the address', () => {
    const draft = { ...beginDraft(now, 'hosten'), typed: { firstName: 'Zoë', heard: ['friend'] } };
    expect(openDraft(sealDraft(draft), later(5), 'GET')).toEqual({ draft, expired: false });
  });

  test('stays short enough for an address with the longest answers', () => {
    const typed = { question: '漢'.repeat(1500), firstName: 'å'.repeat(100), lastName: 'ö'.repeat(100), email: 'x'.repeat(254) };
    const random = { ...typed, question: randomBytes(3000).toString('base64').slice(0, 1500) };
    expect(sealDraft({ ...beginDraft(now, 'k'.repeat(40)), typed }).length).toBeLessThan(7_500);
    expect(sealDraft({ ...beginDraft(now, 'k'.repeat(40)), typed: random }).length).toBeLessThan(7_500);
  });

  test('opens for three hours after it was saved, and takes a post for a day', () => {
    const sealed = sealDraft({ ...beginDraft(now, 'hosten'), saved: later(60).getTime() });
    expect(openDraft(sealed, later(239), 'GET')?.expired).toBe(false);
    expect(openDraft(sealed, later(241), 'GET')).toMatchObject({ expired: true, draft: { campaign: 'hosten' } });
    expect(openDraft(sealed, later(241), 'POST')?.expired).toBe(false);
    expect(openDraft(sealed, later(60 * 26), 'POST')?.expired).toBe(true);
    expect(openDraft('nonsense', now, 'GET')).toBeUndefined();
    expect(openDraft(null, now, 'GET')).toBeUndefined();
  });

  test('does not fit when what was typed is longer than an address can hold', () => {
    const question = randomBytes(12_000).toString('base64');
    expect(fits({ ...beginDraft(now, undefined), typed: { question } })).toBe(false);
    expect(fits({ ...beginDraft(now, undefined), typed: { question: '漢'.repeat(1500) } })).toBe(true);
  });

  test('cannot be used as a receipt, nor the other way round', () => {
    expect(openReceipt(sealDraft(beginDraft(now, undefined)))).toBeUndefined();
    expect(openDraft(sealReceipt({ callBy: now.toISOString(), way: 'phone' }), now, 'GET')).toBeUndefined();
    expect(openReceipt(sealReceipt({ callBy: now.toISOString(), way: 'email_first' }))).toMatchObject({ way: 'email_first' });
  });
});
