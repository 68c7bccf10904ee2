import { expect, test } from 'vitest';
import { filterFrom, isFiltered, queryOf } from '../../../../src/features/household/filter.ts';

const read = (query: string) => filterFrom(new URLSearchParams(query));
const MAJA = '2b7cb30d-4822-49b0-ba7b-bf84475dc0b3';

test('the list is filtered by administrative state, as the address says', () => {
  expect(read(`lage=assessment&kommun=timra&samordnare=${MAJA}&sedan=2026-11-20&fore=51`)).toEqual({
    phase: 'assessment',
    municipality: 'timra',
    coordinator: MAJA,
    since: '2026-11-20',
    before: 51,
  });
});

test.each([
  '',
  'lage=&kommun=&samordnare=&sedan=&fore=',
  'lage=alla&kommun=sundsvall&samordnare=maja&sedan=i+gar&fore=0',
  'sedan=2026-02-30&fore=-1',
  'fore=1e30',
  'namn=Amira&barn=2',
])('what is no answer filters nothing: %s', (query) => {
  expect(Object.values(read(query)).every((value) => value === undefined)).toBe(true);
  expect(isFiltered(read(query))).toBe(false);
});

test('the next page keeps the filter', () => {
  const filter = read('lage=interest&sedan=2026-11-20');
  const next = queryOf({ ...filter, before: 7 });
  expect(next).toMatchObject({ lage: 'interest', sedan: '2026-11-20', fore: '7' });
  expect(isFiltered({ before: 7 })).toBe(false);
});
