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
  /** Numbers of occasions: for everyone, of which one is booked and the next is not; for homes in assessment; for guests; a draft. */
  booked: Record<'open' | 'next' | 'homes' | 'guests' | 'draft', number> & {
    activity: string;
    guestCode: string;
    /** Bookings: a visitor's, with the key of its link; of both adults, and of adult A alone. */
    visitors: string;
    key: string;
    both: string;
    ofA: string;
  };
  people: Record<'adultA' | 'adultB' | 'other', Known> &
    Record<Staff, Known & { app: string; passkey: string }> &
    Record<'nobody' | 'stray', SignedIn>;
  as: (person: Person) => Db;
};

const sql = ['cast-occasions.sql', 'cast.sql'].map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n');

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
  const [there] = await run(`select from pg_proc where proname = 'cast_all'`);
  if (!there) await run(sql);
  const [row] = await run<{ cast: Omit<Cast, 'as'> }>('select tests.cast_all() as cast');
  if (!row) throw new Error('no cast');
  const nobody = { user: randomUUID(), session: randomUUID(), email: `${randomUUID()}@exempel.example` };
  return { ...row.cast, people: { ...row.cast.people, nobody, stray: { ...row.cast.people.adultA, session: randomUUID() } } };
}
