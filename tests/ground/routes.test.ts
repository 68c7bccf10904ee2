import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OwnSite, startOwnSite } from '../support/own-site.ts';
import { type Cast, castOf, cellsOf, PEOPLE, type Person, saidOf, snapshot, visit, wordFor } from '../support/routes.ts';
import { type Action, actions } from '../support/routes-actions.ts';
import { pages } from '../support/routes-pages.ts';

let site: OwnSite;
let cast: Cast;
beforeAll(async () => {
  site = await startOwnSite();
  // Others' homes are there too, so that what should not be seen is there to be seen.
  await castOf(site);
  cast = await castOf(site);
});
afterAll(() => site?.stop());

const each = <T>(work: (person: Person) => Promise<T>) => Promise.all(PEOPLE.map(work));
const ask = (person: Person, path: string, fields?: Record<string, string>) => visit(site, cast.cookies[person], path, fields);
const post = (person: Person, page: string, action: string, fields = {}) => ask(person, `${page}?_action=${action}`, fields);

test('every page has a row', () => {
  const files = globSync('**/*.{astro,ts,mdx,md}', { cwd: 'src/pages' });
  expect([...new Set(pages.map(([file]) => file))].sort()).toEqual(files.sort());
});

test('every action that the built site knows has a row', async () => {
  const files = globSync('dist/server/chunks/*.mjs').filter((file) => / as server\b/.test(readFileSync(file, 'utf8')));
  const { server } = (await import(pathToFileURL(resolve(files[0] ?? '')).href)) as { server: Record<string, object> };
  const known = Object.entries(server).flatMap(([feature, verbs]) => Object.keys(verbs).map((verb) => `${feature}.${verb}`));
  expect(actions.map(({ name }) => name).sort()).toEqual(known.sort());
});

describe('pages', () => {
  test.each(pages)('%s', async (_file, addressOf, cells, shows) => {
    const address = addressOf(cast);
    const path = address.replace('POST ', '');
    const answers = await each((person) => ask(person, path, path === address ? undefined : {}));
    const words = answers.map((answer) => {
      const word = wordFor(answer);
      return word === 'in' && shows && !answer.body.toLowerCase().includes(shows(cast).toLowerCase()) ? 'closed' : word;
    });
    expect(saidOf(words)).toEqual(saidOf(cellsOf(cells)));
    const told = PEOPLE.filter(
      (person, at) => !MAY_KNOW.includes(person) && answers[at]?.body.toLowerCase().includes(cast.surname),
    );
    expect(told, 'who reads the family’s name').toEqual([]);
  });
});

/** The home's own people, and the coordinators, whose lists have every family's name. */
const MAY_KNOW: readonly Person[] = ['adultA', 'adultB', 'own', 'colleague', 'head'];

/** Sends the form filled in; the next ones meet new homes. */
async function doneBy(person: Person | undefined, { name, on, filled }: Action): Promise<[string, string] | undefined> {
  if (!person || !filled) return undefined;
  const before = await snapshot(site);
  const answer = await post(person, on(cast), name, filled(cast));
  const word = wordFor(answer);
  // What is looked up is looked up by the page that comes after.
  if (answer.location) await ask(person, answer.location);
  const same = isDeepStrictEqual(await snapshot(site), before);
  cast = await castOf(site);
  return [/^\d+$/.test(word) ? word : 'answered', same ? 'not changed' : 'changed'];
}

describe('actions', () => {
  test.each(actions)('$name', async (action) => {
    const { name, on, empty, may, filled, opens = [] } = action;
    cast = await castOf(site);
    const before = await snapshot(site);
    // On a page that everybody may open only the action's own rule stands in the way; of a home, the page says which one.
    const page = on(cast).startsWith('/arbetsyta/hem/') ? on(cast) : '/';
    const met = await each(async (person) =>
      may.includes(person) ? '' : wordFor(await post(person, page, name, filled?.(cast))),
    );
    const failed = PEOPLE.filter((_, at) => met[at]?.startsWith('5'));
    expect.soft(failed, 'who meets an error').toEqual([]);
    const told = (lines: string[]) => lines.filter((line) => opens.length === 0 || !line.startsWith('public.access_log'));
    expect.soft(told(await snapshot(site)), 'what was changed by who may not').toEqual(told(before));

    expect.soft(await doneBy(may[0], action), 'what is done by who may').toEqual(filled && ['answered', 'changed']);
    const words = new Map<Person, string>();
    const send = async (person: Person) => words.set(person, wordFor(await post(person, on(cast), name)));
    const changes = filled && Object.keys(filled(cast)).length === 0;
    await Promise.all(PEOPLE.filter((person) => !changes || !may.includes(person)).map(send));
    for (const person of changes ? may : []) {
      await send(person);
      cast = await castOf(site);
    }
    expect(saidOf(PEOPLE.map((person) => words.get(person) ?? '')), 'empty, on its own page').toEqual(saidOf(cellsOf(empty)));
  });
});

test('who is taken off the list is out at the next request, with the same cookie', async () => {
  cast = await castOf(site);
  expect(wordFor(await ask('colleague', '/arbetsyta'))).toBe('in');
  const page = `/arbetsyta/medarbetare/${cast.people.colleague.id}/ta-bort`;
  await post('head', page, 'staff.remove', { medarbetare: cast.people.colleague.id });
  expect(wordFor(await ask('colleague', '/arbetsyta'))).toBe('sign-in');
});

test('who signs out is out at the next request, with the same cookie', async () => {
  expect(wordFor(await ask('own', '/arbetsyta'))).toBe('in');
  expect(wordFor(await ask('own', '/logga-ut', {}))).toBe('sign-in');
  expect(wordFor(await ask('own', '/arbetsyta'))).toBe('sign-in');
});

test.each([
  '/arbetsyta/%6dedarbetare',
  '/%61rbetsyta/medarbetare',
  '/arbetsyta//medarbetare',
  '/arbetsyta/medarbetare/',
  '//arbetsyta/medarbetare',
])('another spelling opens nothing: %s', async (path) => {
  const words = await each(async (person) => wordFor(await ask(person, path)));
  expect(PEOPLE.filter((person, at) => person !== 'head' && ['in', '500'].includes(words[at] ?? ''))).toEqual([]);
});
