import { describe, expect, test } from 'vitest';
import type { Home, Opened } from '../../../../src/features/household/home.ts';
import { joinSchema, otherHomeSchema } from '../../../../src/features/household/joining.schema.ts';
import { whyNotWith } from '../../../../src/features/household/joining.text.ts';
import { mayBeLeft } from '../../../../src/features/household/joining.ts';

const home = (number: number, more: Partial<Home> = {}) =>
  ({ ok: true, number, isCase: false, joined: [], erasedAt: null, ground: 'registration', ...more }) as unknown as Home;
const joined = [{ number: 9, at: '2026-11-20T10:00:00Z', adults: [] }];

describe('which of two homes can be left', () => {
  test.each([
    ['either, of two that are only registered', {}, {}, [3, 7]],
    ['the one that is a case', {}, { isCase: true }, [7]],
    ['the one that another is joined into', { joined }, {}, [3]],
    ['none, of two cases', { isCase: true }, { isCase: true }, []],
    ['none, of a case and one that another is joined into', { isCase: true }, { joined }, []],
  ] as const)('%s', (_what, one, other, left) => {
    expect(mayBeLeft(home(3, one as Partial<Home>), home(7, other as Partial<Home>))).toEqual(left);
    expect(mayBeLeft(home(7, other as Partial<Home>), home(3, one as Partial<Home>))).toEqual(left);
  });
});

test.each<[string, Opened, RegExp]>([
  ['none that this person may know of', { ok: false, reason: 'missing' }, /Det finns inget hem/],
  ['one in assessment that is others’', { ok: false, reason: 'needs_reason', number: 7 }, /bara öppnas av sina samordnare/],
  ['one that is read by a reason', home(7, { ground: 'break_glass' }), /kan inte ändra/],
  ['an erased one', home(7, { erasedAt: '2026-11-20T10:00:00Z' }), /raderat/],
  ['one joined into another', { ok: false, reason: 'joined', number: 7, into: 8, at: '2026-11-20T10:00:00Z' }, /Skriv 8/],
])('the home that is asked for: %s', (_what, other, text) => {
  expect(whyNotWith(home(3), 7, other)).toMatch(text);
});

test('a home goes into another, and not into itself', () => {
  expect(whyNotWith(home(3), 7, home(7))).toBeUndefined();
  expect(whyNotWith(home(3), 3, home(3))).toMatch(/ett annat hem/);
});

test('a number is written as we call it', () => {
  for (const hem of ['128', ' 128 ', 'Hem 128', 'hem 1 28']) expect(otherHomeSchema.parse({ hem })).toEqual({ hem: 128 });
  for (const hem of ['', 'hem', '0', '-3', '1.5', 'Provsson']) expect(otherHomeSchema.safeParse({ hem }).success).toBe(false);
});

test('without knowing what is seen, nothing is', () => {
  expect(joinSchema.parse({ hem: '7', kvar: '3' })).toMatchObject({ hem: 7, kvar: 3, sett: 0, settandra: 0 });
});
