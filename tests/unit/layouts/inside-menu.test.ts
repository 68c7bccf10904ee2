import { expect, test } from 'vitest';
import { currentOf, menuOf } from '../../../src/layouts/inside-menu.ts';
import { paths } from '../../../src/paths.ts';

type Visitor = NonNullable<Parameters<typeof menuOf>[0]>;
const head = { staff: { id: 'x', name: 'Helena', role: 'head', verified: true }, adult: null } as unknown as Visitor;
const adult = { staff: null, adult: { id: 'x', firstName: 'Amira' } } as unknown as Visitor;

test.each([
  [paths.desk.day(), paths.desk.day()],
  [paths.desk.home, paths.desk.home],
  [paths.desk.household(7), paths.desk.home],
  [`${paths.desk.staff}/someone`, paths.desk.staff],
])('at %s the menu shows %s', (here, current) => expect(currentOf(menuOf(head, true), here)).toBe(current));

test('a page of a family belongs to the link that holds it', () => {
  expect(currentOf(menuOf(adult, false), paths.portal.pause)).toBe(paths.portal.home);
  expect(currentOf(menuOf(adult, false), paths.portal.silentWay)).toBe(paths.portal.details);
  expect(currentOf(menuOf(adult, false), '/logga-in')).toBeUndefined();
});
