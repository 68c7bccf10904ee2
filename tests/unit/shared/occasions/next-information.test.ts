import { expect, test } from 'vitest';
import { nextInformation } from '../../../../src/shared/occasions/next-information.ts';
import { beginsInWords, eveningInWords, heldInShort, heldInWords, whereInWords } from '../../../../src/shared/occasions/words.ts';
import { occasionAt } from '../../features/calendar/made-up.ts';
import { stockholm } from '../time/instants.ts';

const now = stockholm('2027-01-29T12:00');
const seats = { seats: 4, free: 4, inLine: 0 };

test('the next Så funkar det has not begun, is neither cancelled nor closed, and is no other activity', () => {
  const begun = occasionAt(['2027-01-29T12:00']);
  const cancelled = occasionAt(['2027-01-30T12:00'], { state: 'cancelled', notBookable: 'cancelled' });
  const course = occasionAt(['2027-01-31T12:00'], { activity: 'ett-hem-att-vaxa-i' });
  const closed = occasionAt(['2027-02-12T12:00'], { notBookable: 'closed' });
  const full = occasionAt(['2027-02-26T12:00'], { digital: { seats: 4, free: 0, inLine: 2 } });
  const later = occasionAt(['2027-03-19T12:00'], { notBookable: 'not_open_yet' });
  expect(nextInformation([begun, cancelled, course, closed, full, later], now)).toEqual([full, later]);
  expect(nextInformation([begun], now)).toEqual([]);
});

test('a day that is cut into times is ahead while one of them is', () => {
  const slots = occasionAt(['2027-01-29T11:00', '2027-01-29T14:00'], { isSlotted: true });
  expect(nextInformation([slots], now)).toEqual([slots]);
  expect(nextInformation([slots], stockholm('2027-01-29T14:00'))).toEqual([]);
});

test.each([
  [{}, 'på nätet', 'på nätet'],
  [{ digital: null, physical: seats, place: 'Biblioteket' }, 'på plats, Biblioteket', 'Biblioteket'],
  [{ physical: seats, place: 'Biblioteket' }, 'på plats, Biblioteket, eller på nätet', 'Biblioteket eller på nätet'],
  [{ physical: seats }, 'på plats eller på nätet', 'på plats eller på nätet'],
])('where it is held: %j', (wishes, words, short) => {
  const occasion = occasionAt(['2027-02-26T12:00'], wishes);
  expect([heldInWords(occasion), heldInShort(occasion)]).toEqual([words, short]);
});

test.each([
  ['digital', 'på nätet', 'digitalt'],
  ['physical', 'på plats, Biblioteket', 'Biblioteket'],
  ['hybrid', 'på plats, Biblioteket, eller på nätet', 'Biblioteket'],
] as const)('an evening that is %s is so whatever the seat', (form, held, where) => {
  const evening = { form, place: 'Biblioteket' };
  expect([eveningInWords(evening), whereInWords({ form: 'physical' }, evening)]).toEqual([held, where]);
  expect(whereInWords({ form: 'digital' }, evening)).toBe(form === 'physical' ? 'Biblioteket' : 'digitalt');
  expect(whereInWords({ form: 'physical' }, { form: 'physical' })).toBe('på plats');
});

test('when it begins, and of a day of times until when they go on', () => {
  expect(beginsInWords(occasionAt(['2027-02-26T12:00']), now)).toBe('fredag 26 februari kl. 12.00');
  expect(beginsInWords(occasionAt(['2027-02-26T12:00', '2027-02-26T13:00'], { isSlotted: true }), now)).toBe(
    'fredag 26 februari kl. 12.00–14.00',
  );
});
