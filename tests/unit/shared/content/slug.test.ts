import { expect, test } from 'vitest';
import { slugOf } from '../../../../src/shared/content/slug.ts';
import { THEMES } from '../../../../src/shared/content/themes.ts';

test('a name becomes an address that can be read aloud', () => {
  expect(slugOf('barnets föräldrar')).toBe('barnets-foraldrar');
  expect(slugOf('Åka & hämta!')).toBe('aka-hamta');
});

test('each theme has an address of its own', () => {
  const slugs = Object.keys(THEMES).map(slugOf);
  expect(new Set(slugs).size).toBe(slugs.length);
});
