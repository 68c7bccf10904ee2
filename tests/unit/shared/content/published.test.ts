import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consent, isPublished } from '../../../../src/shared/content/published.ts';

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('a draft shows on no day', () => {
  fc.assert(
    fc.property(day, day, (publiceras, today) => {
      expect(isPublished({ utkast: 'ja', publiceras }, today)).toBe(false);
    }),
  );
});

test('a text shows from its day on, and never before', () => {
  fc.assert(
    fc.property(day, day, (publiceras, today) => {
      expect(isPublished({ utkast: 'nej', publiceras }, today)).toBe(publiceras <= today);
    }),
  );
});

test('what somebody has agreed to is gone from the day on which the consent ends', () => {
  fc.assert(fc.property(day, day, (till, today) => isPublished({ utkast: 'nej', samtycke: { till } }, today) === today < till));
  const ends = { utkast: 'nej', samtycke: { till: '2026-12-24' } } as const;
  expect(isPublished(ends, '2026-12-23')).toBe(true);
  expect(isPublished(ends, '2026-12-24')).toBe(false);
});

test('a consent has both its days, the later one after the first', () => {
  expect(consent.safeParse({ givet: '2026-01-01', till: '2027-01-01' }).success).toBe(true);
  expect(consent.safeParse({ givet: '2026-01-01', till: '2026-01-01' }).success).toBe(false);
  expect(consent.safeParse({ till: '2026-01-01' }).success).toBe(false);
  expect(consent.safeParse({ givet: new Date('2026-01-01'), till: '2027-01-01' }).data?.givet).toBe('2026-01-01');
});
