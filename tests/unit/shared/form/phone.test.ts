import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePhone } from '../../../../src/shared/form/phone.ts';

test.each([
  ...['070-123 45 67', '0701234567', '+46701234567', '+46 (0)70 123 45 67', '+46 070-123 45 67', '0046701234567'],
  ...[
    '(+46) 70 123 45 67',
    '070/123.45.67',
    '070–123‑45−67',
    '٠٧٠١٢٣٤٥٦٧',
    '۰۷۰۱۲۳۴۵۶۷',
    '０７０-１２３ ４５ ６７',
    'tel:+46701234567',
  ],
  ...['\u202A070-123\u00A045\u00A067\u202C', '(070) 123 45 67', '0046 (0) 70-1234567'],
])('%s is one and the same mobile', (text) => {
  expect(parsePhone(text)).toEqual({ ok: true, value: '+46701234567', shown: '070-123 45 67' });
});

test.each([
  ['08-123 456 78', '+46812345678', '08-123 456 78'],
  ['0980-31 92 00', '+46980319200', '0980-31 92 00'],
  ['+358 40 123 4567', '+358401234567', '+358 40 1234567'],
  ['+47 22 12 34 56', '+4722123456', '+47 22 12 34 56'],
  ['12345', '12345', '12345'],
  ['+999 123-456', '+999123456', '+999 123-456'],
])('%s is stored as %s', (text, value, shown) => {
  expect(parsePhone(text)).toEqual({ ok: true, value, shown });
});

test.each([
  '',
  '112',
  '1234',
  '123456789012345678',
  '07O-123 45 67',
  'ring inte',
  '+',
  '++46701234567',
  '070+1234567',
  '☎ 0701234567',
])('"%s" is refused', (text) => {
  expect(parsePhone(text)).toEqual({ ok: false });
});

test('what is stored is digits with at most a plus before, and is read again as itself', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'0123456789+-() ./٠٧–a'.split('')), maxLength: 24 });
  fc.assert(
    fc.property(texts, (text) => {
      const phone = parsePhone(text);
      if (!phone.ok) return;
      expect(phone.value).toMatch(/^\+?\d{5,17}$/);
      expect(parsePhone(phone.value)).toMatchObject({ ok: true, value: phone.value });
    }),
    { numRuns: 5000 },
  );
});
