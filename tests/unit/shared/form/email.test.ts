import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTooLongForEmail, parseEmail } from '../../../../src/shared/form/email.ts';

test.each([
  ['anna@exempel.se', 'anna@exempel.se', 'anna@exempel.se'],
  [' Anna.Berg+gfo@Exempel.SE ', 'Anna.Berg+gfo@exempel.se', 'anna.berg+gfo@exempel.se'],
  ['anna@exempel.se.', 'anna@exempel.se', 'anna@exempel.se'],
  ['anna@exempel.se,', 'anna@exempel.se', 'anna@exempel.se'],
  ['mailto:anna@exempel.se', 'anna@exempel.se', 'anna@exempel.se'],
  ['<anna@exempel.se>', 'anna@exempel.se', 'anna@exempel.se'],
  ['<mailto:anna@exempel.se>;', 'anna@exempel.se', 'anna@exempel.se'],
  ['\u202Aanna@exempel.se\u202C\r\n', 'anna@exempel.se', 'anna@exempel.se'],
  ['o’brien@exempel.se', "o'brien@exempel.se", "o'brien@exempel.se"],
  ['åsa@räksmörgås.se', 'åsa@xn--rksmrgs-5wao1o.se', 'åsa@xn--rksmrgs-5wao1o.se'],
  ['anna@exempel.photography', 'anna@exempel.photography', 'anna@exempel.photography'],
  ['ΟΔΟΣ@exempel.se', 'ΟΔΟΣ@exempel.se', 'οδοσ@exempel.se'],
  ['İNCİ@exempel.se', 'İNCİ@exempel.se', 'inci@exempel.se'],
  ['李@例え.テスト', '李@xn--r8jz45g.xn--zckzah', '李@xn--r8jz45g.xn--zckzah'],
])('%s is sent to %s', (text, address, key) => {
  expect(parseEmail(text)).toMatchObject({ ok: true, address, key });
});

test('the value is what was written, without what came along', () => {
  expect(parseEmail(' <Åsa@Räksmörgås.se>, ')).toMatchObject({ ok: true, value: 'Åsa@Räksmörgås.se' });
});

test.each([
  ...['', 'anna', 'anna@', '@exempel.se', 'anna@exempel', 'anna berg@exempel.se', 'anna@exem pel.se', 'a@b@exempel.se'],
  ...['.anna@exempel.se', 'anna.@exempel.se', 'an..na@exempel.se', 'anna@exempel..se', 'anna@-exempel.se', 'anna@127.0.0.1'],
  ...['anna@exempel.se/x', 'anna@exempel.se:25', '"anna"@exempel.se', 'anna@exempel.se, eva@exempel.se', 'an\u0007na@exempel.se'],
  ...[
    'anna@exempel.se\r\nBcc: eva@exempel.se',
    'anna@exempel.se%0d%0aBcc:eva',
    'Anna <anna@exempel.se>',
    'an\u0000na@exempel.se',
  ],
  ...[`${'a'.repeat(65)}@exempel.se`, `${'å'.repeat(33)}@exempel.se`, `a@${`${'b'.repeat(60)}.`.repeat(4)}${'c'.repeat(12)}.se`],
  ...['('.repeat(100_000), `${'.'.repeat(100_000)}x`, '@'.repeat(100_000)],
])('%s is refused', (text) => {
  expect(parseEmail(text)).toEqual({ ok: false });
});

test('the longest that may be', () => {
  expect(parseEmail(`${'a'.repeat(64)}@exempel.se`)).toMatchObject({ ok: true });
  expect(parseEmail(`a@${'b'.repeat(63)}.se`)).toMatchObject({ ok: true });
});

test('what is longer than any address can be told from what is only wrong', () => {
  const ofLength = (length: number) => `${'a'.repeat(length - '@exempel.se'.length)}@exempel.se`;
  expect(isTooLongForEmail(ofLength(254))).toBe(false);
  expect(isTooLongForEmail(ofLength(255))).toBe(true);
});

test('whatever is sent to can carry no mail header, and is read again as itself', () => {
  const near = fc.string({ unit: fc.constantFrom(...'aå.@+-_<>,;: \r\n"%\u0000\u202E'.split('')), maxLength: 20 });
  const texts = fc.oneof(
    near,
    fc.emailAddress(),
    fc.tuple(near, near).map(([a, b]) => `${a}@${b}.se`),
    fc.string(),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const email = parseEmail(text);
      if (!email.ok) return;
      expect(email.address).toMatch(/^[^\s\p{Cc}<>,;:"()@]+@[a-z0-9.-]+$/u);
      expect(parseEmail(email.address)).toMatchObject({ ok: true, address: email.address, key: email.key });
      expect(parseEmail(email.value)).toEqual(email);
    }),
    { numRuns: 3000 },
  );
});
