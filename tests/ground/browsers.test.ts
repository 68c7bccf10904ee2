import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { buildWhenStale } from '../../supabase/local/build.ts';

const files = new Map<string, string>();
beforeAll(async () => {
  await buildWhenStale(() => undefined);
  for (const name of await readdir('dist/client/_astro'))
    if (/\.(css|js)$/.test(name)) files.set(name, await readFile(`dist/client/_astro/${name}`, 'utf8'));
});

// What a browser of early 2022 (Chrome 104, Safari 15.4, Firefox 100) cannot read. Where one of these is only an
// enhancement it stands in @supports, which such a browser skips.
const NEWER: [string, RegExp][] = [
  ['light-dark()', /light-dark\(/],
  ['color-mix()', /color-mix\(/],
  [':has()', /:has\(/],
  ['container queries', /@container/],
  ['media ranges', /@media[^{]*\(\s*(width|height)\s*[<>]/],
  ['nesting', /[{;]\s*&/],
  ['mask without prefix', /(?<!-webkit-)mask(-image)?:/],
  ['addresses inside', /url\(["']?data:/],
  ['anchors and scroll timelines', /anchor-name|animation-timeline/],
];

test.each(NEWER)('no stylesheet needs %s', (_name, feature) => {
  const sheets = [...files].filter(([name]) => name.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(0);
  const needing = sheets.filter(([, text]) => feature.test(text.replace(/@supports[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/g, '')));
  expect(needing.map(([name]) => name)).toEqual([]);
});

test('every script is read by an engine of 2022', () => {
  const scripts = [...files].filter(([name]) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  for (const [name, text] of scripts)
    expect(text, name).not.toMatch(
      /\.(toSorted|toReversed|toSpliced|findLast|isWellFormed|toWellFormed|groupBy)\(|\/[a-z]*v[a-z]*\.test|static\s*\{/,
    );
});
