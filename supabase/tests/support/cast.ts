import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Db } from '../../../src/shared/db/clients.ts';
import type { Ground } from './grounds.ts';
import { clientOf, type SignedIn } from './people.ts';

/** Everybody that the database can meet, in the order of the columns of the matrix. */
export const PEOPLE = [
  'stranger', // the publishable key alone
  'nobody', // a valid token of an account that is nobody of ours
  'stray', // adult A's account, with a token whose session was never recorded
  'adultA',
  'adultB', // of the same home
  'other', // adult of another home
  'own', // coordinator with the home
  'colleague', // coordinator without it
  'door', // coordinator with the home, without the second factor
  'related', // coordinator marked as related to every home here
  'communicator',
  'head',
  'removed', // coordinator with the home until a moment ago, in a session that was verified
  'service',
] as const;
export type Person = (typeof PEOPLE)[number];
type Signed = Exclude<Person, 'stranger' | 'service'>;
type Staff = 'own' | 'colleague' | 'door' | 'related' | 'communicator' | 'head' | 'removed';
type Known = SignedIn & { id: string };

export type Cast = {
  /** Numbers: in assessment, only registered, and registered with protected identity. */
  home: number;
  fresh: number;
  hidden: number;
  /** Two registrations of one home: what is left of the other is joined into the first. */
  twin: number;
  shell: number;
  homeId: string;
  freshId: string;
  hiddenId: string;
  surname: string;
  hiddenSurname: string;
  interest: string;
  /** What came to the home in assessment from an address that was known: not settled, and thrown away. */
  addition: string;
  discarded: string;
  /** Adult A's open request, a mail to her that is being sent, and a day's access that somebody had. */
  request: string;
  /** A step of the home in assessment. */
  step: string;
  mail: string;
  /** A file that the coordinator with the home has read, with one sound row. */
  draft: string;
  breakGlass: string;
  tuva: Known;
  people: Record<'adultA' | 'adultB' | 'other', Known> &
    Record<Staff, Known & { app: string; passkey: string }> &
    Record<'nobody' | 'stray', SignedIn>;
  as: (person: Person) => Db;
};

const sql = readFileSync(new URL('cast.sql', import.meta.url), 'utf8');

/** New made-up people and homes, all signed in; see cast.sql. */
export async function castOn(ground: Ground): Promise<Cast> {
  const cast = await newCast(ground.sql);
  const as = (person: Person) => {
    if (person === 'stranger') return ground.anon;
    return person === 'service' ? ground.service : clientOf(ground, cast.people[person as Signed]);
  };
  return { ...cast, as };
}

/** The same people without clients of the API: for whoever meets them another way. */
export async function newCast(run: Ground['sql']): Promise<Omit<Cast, 'as'>> {
  const [there] = await run(`select from pg_namespace where nspname = 'tests'`);
  if (!there) await run(sql);
  const [row] = await run<{ cast: Omit<Cast, 'as'> }>('select tests.cast_all() as cast');
  if (!row) throw new Error('no cast');
  const nobody = { user: randomUUID(), session: randomUUID(), email: `${randomUUID()}@exempel.example` };
  return { ...row.cast, people: { ...row.cast.people, nobody, stray: { ...row.cast.people.adultA, session: randomUUID() } } };
}
