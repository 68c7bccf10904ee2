import { expect, test } from 'vitest';
import { type Doc, find, indexOf, queryFrom } from '../../../../src/features/search/search.rules.ts';
import { found } from '../../../../src/features/search/search.text.ts';

const doc = (title: string, text = '', words = ''): Doc => ({ path: `/${title}`, title, about: '', kind: 'Sida', words, text });
const index = indexOf([
  doc('Ersättning', 'Arvodet betalas av kommunen', 'lön pengar'),
  doc('Får vi ha hund?', 'Ja, berätta om hunden'),
  doc('Jourhem', 'Barnets första natt'),
  doc('Mormors hus', 'En hund bor i huset bredvid'),
]);
const names = (query: string) => find(index, query).map(({ title }) => title);

test('a name weighs more than the text, and words that do not stand there are found too', () => {
  expect(names('hund')).toEqual(['Får vi ha hund?', 'Mormors hus']);
  expect(names('lön')).toEqual(['Ersättning']);
});

test('a bent word is found, a slip of the finger is forgiven, and å, ä and ö are letters of their own', () => {
  expect(names('barn')).toEqual(['Jourhem']);
  expect(names('ersätning')).toEqual(['Ersättning']);
  expect(names('arvod')).toEqual(['Ersättning']);
});

test('where not all words stand together, any of them will do', () =>
  expect(names('hund kommunen').toSorted()).toEqual(['Ersättning', 'Får vi ha hund?', 'Mormors hus'].toSorted()));

test('nothing is found for nothing', () => {
  expect(names('')).toEqual([]);
  expect(names('xyzzy')).toEqual([]);
});

test('what is asked is kept to a length, and the answer is told in words', () => {
  expect(queryFrom(`  hund \n ${'x'.repeat(200)}`)).toHaveLength(80);
  expect([found('', 0), found('hund', 0), found('hund', 1), found('hund', 3)]).toEqual([
    '',
    'Inget hittades för ”hund”. Pröva ett annat ord, eller ring oss.',
    '1 träff för ”hund”',
    '3 träffar för ”hund”',
  ]);
});
