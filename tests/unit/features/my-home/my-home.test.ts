import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { whoOpened } from '../../../../src/features/my-home/my-home.queries.ts';
import { phoneSchema, silenceSchema } from '../../../../src/features/my-home/my-home.schema.ts';
import { faultTexts, LIMITS } from '../../../../src/features/my-home/my-home.text.ts';
import { pageStart, phoneInWords, roleInWords, whyNoCode } from '../../../../src/features/my-home/my-home.ts';
import { personTexts } from '../../../../src/shared/form/person.text.ts';

const at = (query: string) => new URL(`https://gfo.example/mina-sidor/uppgifter${query}`);

test('a role is told by what it is to the home, and never as a person', () => {
  expect(roleInWords({ role: 'coordinator', ground: 'registration' })).toBe('En familjehemssamordnare');
  expect(roleInWords({ role: 'coordinator', ground: 'coordinator' })).toBe('Er samordnare');
  expect(roleInWords({ role: 'head', ground: 'coordinator' })).toBe('Er samordnare');
  expect(roleInWords({ role: 'head', ground: 'head' })).toBe('Enhetschefen');
  expect(roleInWords({ role: 'coordinator', ground: 'break_glass' })).toBe('En samordnare med angivet skäl');
  expect(roleInWords({ role: 'coordinator', ground: null })).toBe('En familjehemssamordnare');
});

test('a page of the log begins at a number, and at the newest for anything else', () => {
  expect(pageStart(at('?fore=51'))).toBe(51);
  for (const query of ['', '?fore=', '?fore=0', '?fore=-3', '?fore=1e9', '?fore=9999999999999999'])
    expect(pageStart(at(query))).toBeUndefined();
});

test('a telephone number is kept in one form, shown in another, and may be emptied', () => {
  expect(phoneSchema.parse(' 070-174 06 05 ')).toBe('+46701740605');
  expect(phoneInWords('+46701740605')).toBe('070-174 06 05');
  expect(phoneInWords(null)).toBe('');
  expect(phoneSchema.parse('  ')).toBeUndefined();
  expect(phoneSchema.safeParse('ring mig').error?.issues[0]?.message).toBe(personTexts.phoneUnreadable);
});

const silence = { telefon: '070-174 06 05', tider: ' vardagar\r\n10–12 ', kod: 'nej', dolj: '' };
const wrong = (changed: Partial<typeof silence>) =>
  silenceSchema.safeParse({ ...silence, ...changed }).error?.issues.map(({ path, message }) => [path[0], message]);

test('the silent way says where and when GFO may ring, and what is told of codes and of the others', () => {
  expect(silenceSchema.parse(silence)).toEqual({ telefon: '+46701740605', tider: 'vardagar\n10–12', kod: false, dolj: false });
  expect(silenceSchema.parse({ ...silence, kod: 'ja', dolj: 'ja' })).toMatchObject({ kod: true, dolj: true });
});

test('the silent way needs a number, times and a choice, in as many characters as the database keeps', () => {
  expect(silenceSchema.parse({ ...silence, tider: 'x'.repeat(LIMITS.times) }).tider).toHaveLength(LIMITS.times);
  expect(wrong({ tider: 'x'.repeat(LIMITS.times + 1) })).toEqual([['tider', faultTexts.timesTooLong(201)]]);
  expect(wrong({ telefon: ' ', tider: ' \n ', kod: '' })).toEqual([
    ['telefon', faultTexts.phoneForSilence],
    ['tider', faultTexts.timesMissing],
    ['kod', faultTexts.codesUnsaid],
  ]);
  expect(wrong({ telefon: 'ring mig' })).toEqual([['telefon', personTexts.phoneUnreadable]]);
});

test('who would get no code is asked before signing out', () => {
  const me = { silentSince: null, silentTakesCodes: false };
  const silentSince = Temporal.Instant.fromEpochMilliseconds(0);
  const why = (changed: object, isProtected = false) => whyNoCode({ me: { ...me, ...changed }, protected: isProtected } as never);
  expect(why({})).toBeUndefined();
  expect(why({ silentSince, silentTakesCodes: true })).toBeUndefined();
  expect(why({ silentSince })).toBe('silent');
  expect(why({}, true)).toBe('protected');
  expect(why({ silentSince, silentTakesCodes: true }, true)).toBe('protected');
});

test('the log comes fifty lines at a time, and says where the next page begins only when there is one', async () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ id: 100 - index, at: '2026-11-24T09:00:00+00:00', role: 'head', action: 'opened', ground: 'head' },
    }));
  const asked: unknown[] = [];
  const db = (count: number) =>
    ({
      rpc: (_name: string, args: unknown) => Promise.resolve({ data: lines(count), error: null, at: asked.push(args) }),
    }) as never;
  expect(await whoOpened(db(50))).toMatchObject({ older: undefined });
  const full = await whoOpened(db(51), 101);
  expect(full.openings).toHaveLength(50);
  expect(full.older).toBe(51);
  expect(asked).toEqual([{}, { p_before: 101 }]);
});
