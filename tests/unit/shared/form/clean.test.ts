import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../../../src/shared/form/clean.ts';

test.each([
  ['spaces', '  Anna\u00A0\u2009 Berg\t', 'Anna Berg'],
  ['line breaks', 'Anna\r\nBerg\u2028Ek', 'Anna Berg Ek'],
  ['controls and NUL', 'An\u0000n\u0007a', 'Anna'],
  ['marks of direction', '\u202Eanna\u202C \u2067x\u2069\u200F\u061C', 'anna x'],
  ['unseen characters', '\uFEFFan\u00ADna\u200B\u2060', 'anna'],
  ['decomposed letters', 'A\u030Ake', 'Åke'],
  ['decomposed letters with something unseen between', 'A\u200B\u030Ake', 'Åke'],
  ['lone surrogates', 'a\uD800b', 'a\uFFFDb'],
  ['hidden text in tags', 'a\u{E0041}\u{E0042}b', 'ab'],
  ['only fillers', '\u3164\u2800\u200D', ''],
])('%s', (_, text, cleaned) => {
  expect(cleanLine(text)).toBe(cleaned);
});

test.each([
  'Åsa-Märta O’Brien d’Örn',
  'Nguyễn Thị Ánh',
  'محمد العلي',
  'می\u200Cخواهم',
  'ක්\u200Dෂ',
  '李小龍',
  '👨\u200D👩\u200D👧 👍🏽 ❤️ 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
  '👩🏽\u200D🚀',
])('%s is left as it is', (text) => {
  expect(cleanLine(text)).toBe(text);
  expect(cleanText(text)).toBe(text);
});

test('a text keeps its paragraphs', () => {
  expect(cleanText(' Hej!\r\n\r\n\r\n\r\n  Vi undrar \t en sak.\u2029Tack \n\n')).toBe('Hej!\n\nVi undrar en sak.\nTack');
});

// Characters that do something to their neighbours come more often than chance would bring them.
const awkward = fc.constantFrom(
  ...['\u200D', '\u200C', '\u0301', '\uFE0F', '\u00A0', ' ', '\n', '\r', '\u0000', '\u200B', '👩', '🏽', '\uD800', '\uDC00'],
  ...['\u{1F3F4}', '\u{E0067}', '\u{E007F}', 'a', 'å', 'ا', '\u202E', '\u2028', '\u0085', '\u3164', '\uFFFE'],
);
const texts = fc.string({ unit: fc.oneof(awkward, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 40 });

test('cleaning twice changes nothing more', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
    { numRuns: 3000 },
  );
});

test('what is left is one line or short paragraphs, well formed, without a control character', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(cleanLine(text)).not.toMatch(/\p{Cc}|\p{Zl}|\p{Zp}| {2}|^ | $/u);
      expect(cleanText(text)).not.toMatch(/[^\P{Cc}\n]|\n{3}|\p{Zl}|\p{Zp}|^\s|\s$/u);
      expect(cleanLine(text).isWellFormed() && cleanText(text).isWellFormed()).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test.each(['\u{E0041}', '\u200D', ' ', '\n', 'a\u0301', '\u200B'])('100 000 of one awkward character take no time', (unit) => {
  const start = performance.now();
  cleanText(unit.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(1000);
});
