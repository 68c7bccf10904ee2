import { globSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type Look, looksSoFar } from '../support/sound.ts';

/** Answered by another page, or shown in development alone. */
const NEVER_SHOWN = ['500.astro', 'stil.astro'];

/** Something can be typed, and nothing typed is wrong: a filter or a name that may be left out. */
const CANNOT_BE_WRONG = ['logga-in/andra-steget/passkey.astro'];

/** Pages whose scripts are what they are for, seen where these are on. */
const FOR_STAFF = /^arbetsyta|andra-steget/;

type PageFile = { file: string; matches: (path: string) => boolean };

/** The page files, the more exact before those that take anything. */
const files: PageFile[] = globSync('**/*.astro', { cwd: 'src/pages' })
  .toSorted((one, other) => Number(one.includes('[')) - Number(other.includes('[')) || one.localeCompare(other))
  .map((file) => {
    const address = file.replace(/(\/?index)?\.astro$/, '');
    const pattern = address.replace(/\/?\[\.\.\.\w+\]/, '(/.*)?').replace(/\[\w+\]/g, '[^/]+');
    const whole = new RegExp(`^/${pattern}/?$`);
    return { file, matches: (path) => whole.test(path) };
  });

const fileOf = ({ path }: Look) => files.find(({ matches }) => matches(path))?.file ?? '404.astro';

test('every page has been found sound, and each with scripts that the public or a family meets, with these off too', async () => {
  const looks = await looksSoFar();
  const seen = (project: string) => new Set(looks.filter((look) => look.project === project).map(fileOf));
  const all = files.map(({ file }) => file).filter((file) => !NEVER_SHOWN.includes(file));
  expect(all.filter((file) => !seen('phone').has(file))).toEqual([]);
  const scripted = new Set(looks.filter(({ scripts }) => scripts).map(fileOf));
  const off = seen('phone-no-script');
  expect(all.filter((file) => scripted.has(file) && !FOR_STAFF.test(file) && !off.has(file))).toEqual([]);
});

test('every page where something is typed has been found sound when it says what is wrong', async () => {
  const looks = await looksSoFar();
  const asks = new Set(looks.filter((look) => look.asks).map(fileOf));
  const told = new Set(looks.filter((look) => look.faults).map(fileOf));
  expect([...asks].filter((file) => !told.has(file) && !CANNOT_BE_WRONG.includes(file))).toEqual([]);
});
