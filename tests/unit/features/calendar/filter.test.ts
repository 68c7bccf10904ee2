import { expect, test } from 'vitest';
import { choicesIn, filterFrom, isIn } from '../../../../src/features/calendar/filter.rules.ts';
import { occasionAt } from './made-up.ts';

const kinds = new Map([
  ['sa-funkar-det', 'sa-funkar-det'],
  ['ett-hem-att-vaxa-i', 'kurs'],
  ['natverkstraffar', 'traff'],
]);
const seats = { seats: 10, free: 10, inLine: 0 };
const open = occasionAt(['2027-01-29T12:00']);
const library = occasionAt(['2027-02-03T18:00'], { digital: null, physical: seats, municipality: 'kramfors' });
const course = occasionAt(['2027-02-04T18:00'], { activity: 'ett-hem-att-vaxa-i', physical: seats, municipality: 'harnosand' });
const all = [open, library, course];
const found = (query: string) => all.filter((of) => isIn(filterFrom(new URLSearchParams(query), kinds), of, kinds));

test.each([
  ['', all],
  ['slag=kurs', [course]],
  ['slag=sa-funkar-det', [open, library]],
  ['form=digitalt', [open, course]],
  ['form=pa-plats', [library, course]],
  ['kommun=kramfors', [library]],
  ['slag=sa-funkar-det&form=digitalt', [open]],
  ['slag=kurs&kommun=kramfors', []],
  ['slag=traff', []],
])('"%s" finds what it says', (query, expected) => expect(found(query)).toEqual(expected));

test('what is no choice of ours is as if it had not been asked for', () => {
  expect(filterFrom(new URLSearchParams('slag=constructor&form=toString&kommun=stockholm&vy=x'), kinds)).toEqual({
    slag: undefined,
    form: undefined,
    kommun: undefined,
  });
  expect(found('slag=&form=&kommun=')).toEqual(all);
});

test('no choice gives an empty list, and what is chosen stays among the choices', () => {
  expect(choicesIn(all, {}, kinds)).toEqual({
    slag: ['sa-funkar-det', 'kurs'],
    form: ['digitalt', 'pa-plats'],
    kommun: ['harnosand', 'kramfors'],
  });
  expect(choicesIn([open], { slag: 'traff', kommun: 'ange' }, kinds)).toEqual({
    slag: ['sa-funkar-det', 'traff'],
    form: ['digitalt'],
    kommun: ['ange'],
  });
});
