import { describe, expect, test } from 'vitest';
import { paths } from '../../../../src/paths.ts';
import { admission, areaOf, homeOf, maySend } from '../../../../src/shared/auth/entrance.ts';
import type { Visitor } from '../../../../src/shared/auth/visitor.ts';

type Staff = NonNullable<Visitor['staff']>;
const visitor = (staff: Staff | null, isAdult = false): Visitor => ({
  here: true,
  assurance: 'email_code',
  idleAt: '2026-11-25T12:00:00Z',
  staff,
  invited: false,
  adult: isAdult ? { id: crypto.randomUUID(), firstName: 'Amira' } : null,
});
const staff = (role: Staff['role'], verified = true): Staff => ({ id: crypto.randomUUID(), name: 'Maja', role, verified });

const people = {
  stranger: undefined,
  adult: visitor(null, true),
  unverified: visitor(staff('head', false)),
  coordinator: visitor(staff('coordinator')),
  communicator: visitor(staff('communicator')),
  head: visitor(staff('head')),
  both: visitor(staff('coordinator'), true),
};
type Who = keyof typeof people;

const IN = 'come in';
const AWAY = 'turn away';
const signIn = (path: string) => paths.signIn(path);
const factor = (path: string) => paths.secondFactor(path);

/** Each page and who may open it, who is sent where. */
const table: Record<string, Record<Who, string>> = {
  '/mina-sidor': {
    stranger: signIn('/mina-sidor'),
    adult: IN,
    unverified: '/arbetsyta',
    coordinator: '/arbetsyta',
    communicator: '/arbetsyta',
    head: '/arbetsyta',
    both: IN,
  },
  '/arbetsyta': {
    stranger: signIn('/arbetsyta'),
    adult: AWAY,
    unverified: factor('/arbetsyta'),
    coordinator: IN,
    communicator: IN,
    head: IN,
    both: IN,
  },
  '/arbetsyta/hem/7': {
    stranger: signIn('/arbetsyta/hem/7'),
    adult: AWAY,
    unverified: factor('/arbetsyta/hem/7'),
    coordinator: IN,
    communicator: AWAY,
    head: IN,
    both: IN,
  },
  '/arbetsyta/medarbetare': {
    stranger: signIn('/arbetsyta/medarbetare'),
    adult: AWAY,
    unverified: factor('/arbetsyta/medarbetare'),
    coordinator: AWAY,
    communicator: AWAY,
    head: IN,
    both: AWAY,
  },
  '/arbetsyta/atkomst': {
    stranger: signIn('/arbetsyta/atkomst'),
    adult: AWAY,
    unverified: factor('/arbetsyta/atkomst'),
    coordinator: AWAY,
    communicator: AWAY,
    head: IN,
    both: AWAY,
  },
  '/arbetsyta/siffror': {
    stranger: signIn('/arbetsyta/siffror'),
    adult: AWAY,
    unverified: factor('/arbetsyta/siffror'),
    coordinator: AWAY,
    communicator: AWAY,
    head: IN,
    both: AWAY,
  },
  '/arbetsyta/siffror.csv': {
    stranger: signIn('/arbetsyta/siffror.csv'),
    adult: AWAY,
    unverified: factor('/arbetsyta/siffror.csv'),
    coordinator: AWAY,
    communicator: AWAY,
    head: IN,
    both: AWAY,
  },
  '/arbetsyta/inloggning': {
    stranger: signIn('/arbetsyta/inloggning'),
    adult: AWAY,
    unverified: factor('/arbetsyta/inloggning'),
    coordinator: IN,
    communicator: IN,
    head: IN,
    both: IN,
  },
  '/logga-in/andra-steget': {
    stranger: signIn('/logga-in/andra-steget'),
    adult: '/mina-sidor',
    unverified: IN,
    coordinator: IN,
    communicator: IN,
    head: IN,
    both: IN,
  },
  '/': { stranger: IN, adult: IN, unverified: IN, coordinator: IN, communicator: IN, head: IN, both: IN },
  '/arbetsytan': { stranger: IN, adult: IN, unverified: IN, coordinator: IN, communicator: IN, head: IN, both: IN },
};

describe.each(Object.entries(table))('%s', (path, expected) => {
  test.each(Object.keys(people) as Who[])('%s', (who) => {
    const admitted = admission(path, path, people[who]);
    expect(admitted.to === 'redirect' ? admitted.address : admitted.to).toBe(expected[who]);
  });
});

test('pages of the head stay the head’s below their first page too', () => {
  expect(admission('/arbetsyta/medarbetare/ta-bort', '/x', people.coordinator).to).toBe(AWAY);
});

test('a name that only begins like a guarded page is not one', () => {
  expect(areaOf('/mina-sidorna')).toBeUndefined();
});

test('who is both lands at work', () => {
  expect(homeOf(people.both)).toBe('/arbetsyta');
  expect(homeOf(people.adult)).toBe('/mina-sidor');
});

test.each([
  ['staff.remove', ['head']],
  ['accessLog.see', ['head']],
  ['household.invite', ['coordinator', 'head', 'both']],
  ['deskRequest.decide', ['coordinator', 'head', 'both']],
  ['myHome.share', ['adult', 'both']],
  ['secondFactor.enter', ['unverified', 'coordinator', 'communicator', 'head', 'both']],
  ['secondFactor.remove', ['coordinator', 'communicator', 'head', 'both']],
] as const)('%s may be sent by %j alone, whatever page it is sent to', (action, may) => {
  const known = Object.entries(people).flatMap(([name, visitor]) => (visitor && maySend(action, visitor) ? [name] : []));
  expect(known).toEqual(may);
});

test('who is asked into a home answers that first, and an adult has nothing to answer', () => {
  const invited: Visitor = { ...visitor(null), invited: true };
  for (const path of [paths.portal.home, paths.portal.messages, paths.portal.copyFile])
    expect(admission(path, path, invited), path).toEqual({ to: 'redirect', address: paths.portal.invitation });
  expect(admission(paths.portal.invitation, paths.portal.invitation, invited)).toEqual({ to: 'come in' });
  expect(admission(paths.portal.invitation, '', people.adult)).toEqual({ to: 'redirect', address: paths.portal.home });
  expect(maySend('myMatter.answer', invited)).toBe(true);
  expect(maySend('myMatter.pause', invited)).toBe(false);
  expect(maySend('myMatter.answer', visitor(null, true))).toBe(false);
});
