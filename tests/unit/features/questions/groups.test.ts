import { expect, test } from 'vitest';
import { anchorOf, grouped, parseGroups } from '../../../../src/features/questions/groups.ts';

const groups = parseGroups(`
- { id: pengarna, namn: "Pengarna", ordning: 2 }
- { id: stod, namn: "Stöd", ordning: 1 }
- { id: tom, namn: "Ingen fråga", ordning: 3 }
`);
const question = (id: string, ordning: number) => ({
  id,
  data: { fraga: `${id}?`, ordning, nyckelord: [], utkast: 'nej' as const },
});

test('questions stand in their groups, both in their order, and a group without any is left out', () => {
  const shown = grouped([question('pengarna/b', 2), question('stod/c', 1), question('pengarna/a', 1)], groups);
  expect(shown.map(({ id, questions }) => [id, ...questions.map((one) => one.id)])).toEqual([
    ['stod', 'stod/c'],
    ['pengarna', 'pengarna/a', 'pengarna/b'],
  ]);
});

test('a question’s place is its file’s name', () => expect(anchorOf('pengarna/ar-det-en-lon')).toBe('ar-det-en-lon'));

test('groups that are not whole are refused, with the file’s name', () =>
  expect(() => parseGroups('- { id: Pengarna }')).toThrow(/content\/questions\/grupper.yml/));
