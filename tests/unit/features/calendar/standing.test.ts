import { expect, test } from 'vitest';
import { standingOf } from '../../../../src/features/calendar/standing.rules.ts';
import { actWords, seatsByForm, standingWords, whyWords } from '../../../../src/features/calendar/words.ts';
import type { Occasion } from '../../../../src/shared/occasions/occasion.ts';
import { stockholm } from '../../shared/time/instants.ts';
import { occasionAt, sessionAt } from './made-up.ts';

const now = stockholm('2027-01-10T08:00');
const at = (wishes: Partial<Occasion>) => occasionAt(['2027-01-29T12:00'], wishes);
const form = (free: number, inLine = 0, seats: number | null = 40) => ({ seats, free, inLine });
const slots = (...free: boolean[]) => ({
  isSlotted: true,
  digital: form(free.filter(Boolean).length, 0, null),
  sessions: free.map((isFree, part) => sessionAt(stockholm(`2027-01-29T1${part}:00`), part + 1, { isFree })),
});

test.each<[Partial<Occasion>, string, string, string | undefined]>([
  [{}, 'free', 'Platser finns', 'Boka plats'],
  [{ digital: form(5) }, 'few', 'Fem platser kvar', 'Boka plats'],
  [{ digital: form(1) }, 'few', 'En plats kvar', 'Boka plats'],
  [{ digital: form(4, 0, 6) }, 'free', 'Platser finns', 'Boka plats'],
  [{ digital: form(3, 0, 6) }, 'free', 'Platser finns', 'Boka plats'],
  [{ notBookable: 'not_published' }, 'closed', 'Bokningen är stängd', undefined],
  [{ digital: form(0), physical: form(3) }, 'few', 'Tre platser kvar', 'Boka plats'],
  [{ digital: form(0, 2) }, 'full', 'Fullt, men det finns en kö', 'Ställ er i kö'],
  [{ notBookable: 'closed' }, 'closed', 'Bokningen är stängd', undefined],
  [{ notBookable: 'begun' }, 'begun', 'Har börjat', undefined],
  [{ notBookable: 'cancelled', state: 'cancelled' }, 'cancelled', 'Inställt', undefined],
  [
    { notBookable: 'not_open_yet', bookingOpensAt: stockholm('2027-01-15T09:00') },
    'not_open_yet',
    'Går att boka från fredag 15 januari kl. 9.00',
    undefined,
  ],
  [slots(true, false, true, true), 'free', 'Lediga tider', 'Välj en tid'],
  [slots(true, false, false, false), 'few', 'En tid kvar', 'Välj en tid'],
  [slots(false, false), 'full', 'Fullt, men det finns en kö', 'Ställ er i kö'],
])('%j is %s', (wishes, standing, words, act) => {
  const occasion = at(wishes);
  expect(standingOf(occasion)).toBe(standing);
  expect(standingWords(occasion, now)).toBe(words);
  expect(actWords(occasion)).toBe(act);
});

test('a time that is free is none for who comes new while somebody waits', () => {
  expect(standingOf(at({ ...slots(true, false), digital: form(0, 1, null) }))).toBe('full');
});

test('each form has its own seats', () => {
  expect(seatsByForm(at({ digital: form(12), physical: form(0, 2, 10) })).map(({ name, words }) => `${name}: ${words}`)).toEqual([
    'På nätet: 12 av 40 platser är lediga',
    'På plats: fullt, två står i kö',
  ]);
  expect(seatsByForm(at({ digital: form(1, 0, 40) }))[0]?.words).toBe('1 av 40 platser är ledig');
  expect(seatsByForm(at(slots(true, true)))[0]?.words).toBe('två tider är lediga');
});

test('what cannot be booked says why', () => {
  expect(whyWords(at({ notBookable: 'begun' }), stockholm('2027-01-29T12:30'))).toContain('redan börjat');
  expect(whyWords(at({ notBookable: 'begun' }), stockholm('2027-01-29T13:00'))).toBe('Det här har varit.');
  expect(whyWords(at({}), now)).toBe('');
});
