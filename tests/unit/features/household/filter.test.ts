import { expect, test } from 'vitest';
import { filterFrom, isFiltered, queryOf } from '../../../../src/features/household/filter.ts';

const read = (query: string) => filterFrom(new URLSearchParams(query));
const MAJA = '2b7cb30d-4822-49b0-ba7b-bf84475dc0b3';

test('the list is filtered by administrative state, as the address says', () => {
  expect(
    read(
      `lage=assessment&kommun=timra&samordnare=${MAJA}&slag=not_sure&sedan=2026-11-20&samtal=2026-11-25T14:00:00%2B00:00&fore=51`,
    ),
  ).toEqual({
    phase: 'assessment',
    kind: 'not_sure',
    municipality: 'timra',
    coordinator: MAJA,
    since: '2026-11-20',
    after: { number: 51, call: '2026-11-25T14:00:00+00:00' },
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
  const next = queryOf({ ...filter, after: { number: 7, call: undefined } });
  expect(next).toMatchObject({ lage: 'interest', sedan: '2026-11-20', fore: '7' });
  expect(isFiltered({ after: { number: 7, call: undefined } })).toBe(false);
});
