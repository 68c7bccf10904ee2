import { expect, test } from 'vitest';
import { linkFaults } from '../../tools/link-rules.ts';

test.each([
  '<a href="/personuppgifter">',
  "<a href='/'>",
  '<form method="post" action="/intresseanmalan">',
  '<a href={"/mina-sidor"}>',
  '<a href={`/aktiviteter/${id}`}>',
  "return Astro.redirect('/tack');",
])('%s is written out', (source) => {
  expect(linkFaults('src/pages/index.astro', source)).toHaveLength(1);
});

test.each([
  '<a href={paths.privacy()}>',
  '<a href="https://www.harnosand.se">',
  '<a href="//exempel.se">',
  '<a href="#innehall">',
  '<a href="tel:112">',
  '<link rel="icon" href="/favicon.svg">',
])('%s is none', (source) => {
  expect(linkFaults('src/pages/index.astro', source)).toEqual([]);
});

test('paths.ts is where they are made, and tests name them freely', () => {
  expect(linkFaults('src/paths.ts', `href="/x"`)).toEqual([]);
  expect(linkFaults('tests/e2e/home.spec.ts', `href="/x"`)).toEqual([]);
});
