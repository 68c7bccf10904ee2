import { expect, test } from 'vitest';
import { readHome } from '../../../../src/features/by-hand/by-hand.schema.ts';

const sound = { slag: ['familjehem'], kommun: ['timra'], fornamn1: ['Åsa'], efternamn1: ['Exempelsson'] };
const read = (typed: Record<string, string[]> = {}) => readHome({ ...sound, ...typed });
const faulty = (typed: Record<string, string[]>) => {
  const home = read(typed);
  return home.ok ? [] : home.issues.map(({ path }) => path[0]);
};

test('a second adult of whom nothing is written is left out', () => {
  const home = read({ fornamn2: [''], efternamn2: [' '], epost2: [''], telefon2: [''] });
  expect(home.ok && home.home.adults.map(({ first }) => first)).toEqual(['Åsa']);
});

test('a second adult of whom something is written has a name', () => {
  expect(faulty({ telefon2: ['070-174 06 05'] })).toEqual(['fornamn2', 'efternamn2']);
  const both = read({ fornamn2: ['Bo'], efternamn2: ['Exempelsson'] });
  expect(both.ok && both.home.adults).toHaveLength(2);
});

test('everything that is wrong is said at once', () => {
  expect(faulty({ slag: [], kommun: [''], fornamn1: [''], epost1: ['x'], telefon1: ['y'], adress: ['x'.repeat(301)] })).toEqual([
    'slag',
    'kommun',
    'adress',
    'fornamn1',
    'epost1',
    'telefon1',
  ]);
});

test('an invitation needs somewhere to go, and never goes to a hidden home', () => {
  expect(faulty({ bjud: ['ja'] })).toEqual(['bjud']);
  expect(faulty({ bjud: ['ja'], epost1: ['asa@exempel.example'] })).toEqual([]);
  expect(faulty({ bjud: ['ja'], epost1: ['asa@exempel.example'], skydd: ['ja'] })).toEqual(['bjud']);
});
