import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Lists } from '../../../../src/shared/form/typed.ts';

vi.mock('../../../../src/shared/env.ts', () => ({ derivedKey: (purpose: string) => Buffer.alloc(32, purpose) }));
const { beginDraft, fits, openDraft, openReceipt, sealDraft, sealReceipt, showsEmail, withTyped } = await import(
  '../../../../src/features/booking/draft.ts'
);
const { typedOf, HOW_FIELDS, WHO_FIELDS } = await import('../../../../src/features/booking/typed.ts');

const now = new Date('2026-11-29T18:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const begun = () => beginDraft(now, { number: 7, guest: undefined, campaign: undefined });

const lists: fc.Arbitrary<Lists> = fc.dictionary(
  fc.constantFrom(...HOW_FIELDS, ...WHO_FIELDS),
  fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 4 }),
);

describe('a booking on its way', () => {
  test('comes back out of the address as it was typed, whatever that was, and is the same booking', () => {
    fc.assert(
      fc.property(lists, lists, (first, second) => {
        const draft = withTyped(withTyped(begun(), first, now), second, later(1));
        const opened = openDraft(sealDraft(draft), later(2), 'GET');
        expect(opened).toEqual({ draft: JSON.parse(JSON.stringify(draft)), expired: false });
        expect(opened?.draft.typed).toEqual({ ...first, ...second });
      }),
    );
  });

  test('each begins with an id of its own', () => {
    expect(begun().id).not.toBe(begun().id);
  });

  test('opens for three hours in a history, and for a day to whoever sends the page before them', () => {
    const sealed = sealDraft(begun());
    expect(openDraft(sealed, later(179), 'GET')?.expired).toBe(false);
    expect(openDraft(sealed, later(181), 'GET')?.expired).toBe(true);
    expect(openDraft(sealed, later(181), 'POST')?.expired).toBe(false);
  });

  test('a registration of interest is no booking, and a booking no receipt', async () => {
    const interest = await import('../../../../src/features/interest/draft.ts');
    expect(openDraft(interest.sealDraft(interest.beginDraft(now, undefined)), now, 'GET')).toBeUndefined();
    expect(interest.openDraft(sealDraft(begun()), now, 'GET')).toBeUndefined();
    expect(openReceipt(sealDraft(begun()))).toBeUndefined();
  });

  test('what nobody could answer is not put in an address', () => {
    const random = Array.from({ length: 6_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join('');
    expect(fits(withTyped(begun(), { fraga: [random] }, now))).toBe(false);
  });

  test('what is unticked is no longer ticked', () => {
    const ticked = withTyped(begun(), typedOf({ behov: ['captions'], namn: ['Vera'] }, WHO_FIELDS), now);
    expect(withTyped(ticked, typedOf({ namn: ['Vera'] }, WHO_FIELDS), now).typed).toMatchObject({ behov: [], namn: ['Vera'] });
  });
});

describe('a receipt', () => {
  const receipt = {
    ...{ kind: 'booked' as const, id: crypto.randomUUID(), at: now.getTime(), number: 7, state: 'waiting' as const },
    ...{ form: 'digital' as const, adults: 2, ages: [4], place: 3, email: 'vera@exempel.example' },
  };

  test('says the same after a reload, and where the mail went only for a while', () => {
    expect(openReceipt(sealReceipt(receipt))).toEqual(receipt);
    expect(showsEmail(receipt, later(179))).toBe(true);
    expect(showsEmail(receipt, later(181))).toBe(false);
  });
});
