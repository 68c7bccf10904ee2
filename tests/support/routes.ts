import { randomUUID } from 'node:crypto';
import { paths } from '../../src/paths.ts';
import { derivedKey } from '../../src/shared/env.ts';
import { bookingKey, bookingKeyHash } from '../../src/shared/occasions/booking-link.ts';
import { seal } from '../../src/shared/seal.ts';
import { type Cast as DatabaseCast, newCast } from '../../supabase/tests/support/cast.ts';
import { occasionOn } from '../../supabase/tests/support/occasions.ts';
import { tokenOf } from '../../supabase/tests/support/people.ts';
import type { OwnSite } from './own-site.ts';

/** Everybody that a route can meet, in the order of the columns; see supabase/tests/support/cast.ts for who they are. */
export const PEOPLE = [
  'stranger', // without a cookie
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
  'ended', // the coordinator with the home, in a session that is signed out
] as const;
export type Person = (typeof PEOPLE)[number];
export type Cast = Omit<DatabaseCast, 'as'> & {
  cookies: Record<Person, string>;
  /** An open occasion, a booking of adult A's there, and the link of a visitor's. */
  occasion: number;
  booking: string;
  visitorLink: string;
};

/** New made-up people and homes, and the cookie that each one's browser holds. */
export async function castOf({ supabase, settings }: OwnSite): Promise<Cast> {
  const cast = await newCast(supabase.sql);
  // The site makes real options of the passkeys; their names there must be what a browser would take.
  await supabase.sql(`update private.factor set credential_id = md5(credential_id) where credential_id like '%@%'`);
  const [over] = await supabase.sql<{ session: string }>(
    `insert into private.sign_in_session (id, user_id, assurance, verified_at, ended_at, ended_why)
     values (gen_random_uuid(), $1, 'second_factor', now(), now(), 'signed_out') returning id as session`,
    [cast.people.own.user],
  );
  const signed = { ...cast.people, ended: { ...cast.people.own, session: over?.session ?? '' } };
  const cookieFor = (person: Person) => {
    if (person === 'stranger') return '';
    const access = tokenOf(signed[person], settings.jwtSecret);
    const session = { access, refresh: 'none', expiresAt: Math.floor(Date.now() / 1000) + 600 };
    return `gfo=${seal(session, derivedKey('session', settings.siteSecret))}`;
  };
  const cookies = Object.fromEntries(PEOPLE.map((person) => [person, cookieFor(person)])) as Cast['cookies'];
  const occasion = await occasionOn(supabase.sql);
  const booking = await bookedOn(supabase, occasion.id, { member: cast.people.adultA.id });
  const visitor = randomUUID();
  const key = bookingKey(derivedKey('booking', settings.siteSecret), visitor);
  await bookedOn(supabase, occasion.id, { id: visitor, keyHash: bookingKeyHash(key) });
  return { ...cast, cookies, occasion: occasion.number, booking, visitorLink: paths.booking(visitor, key) };
}

type Booked = { id?: string; member?: string; keyHash?: string };

async function bookedOn({ sql }: OwnSite['supabase'], occasion: string, { id = randomUUID(), member, keyHash }: Booked) {
  await sql(
    `insert into public.booking (id, occasion_id, state, form, seats, booked_at, member_id, name, key_hash)
     values ($1, $2, 'booked', 'digital', 1, now(), $3, $4, $5)`,
    [id, occasion, member ?? null, member ? null : 'Vera Exempelgren', keyHash ?? null],
  );
  await sql('select private.set_people($1, $2)', [id, JSON.stringify([member ? { member } : { name: 'Vera Exempelgren' }])]);
  return id;
}

type Answer = { status: number; location: string; body: string };

/** Asks as that person's browser does: for a page, or with a form when there are fields. What is wrong with one is told on the page after. */
export async function visit(site: OwnSite, cookie: string, path: string, fields?: Record<string, string>): Promise<Answer> {
  const answer = await fetch(site.url + path, {
    redirect: 'manual',
    // Packing the answers would take longer than making them.
    headers: { cookie, origin: site.url, 'x-forwarded-for': '192.0.2.7', 'accept-encoding': 'identity' },
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  });
  const location = answer.headers.get('location') ?? '';
  if (/[?&]svar=/.test(location)) return await visit(site, cookie, location);
  return { status: answer.status, location, body: await answer.text() };
}

const LANDINGS: [RegExp, string][] = [
  [/^\/logga-in(\?|$)/, 'sign-in'],
  [/^\/logga-in\/andra-steget(\?|$)/, 'second'],
  [/^\/arbetsyta(\?|$)/, 'desk'],
  [/^\/mina-sidor(\?|$)/, 'portal'],
  [/^\/arbetsyta\/hem\/\d+(\?|$)/, 'home'],
  [/^\/arbetsyta\/aktiviteter\/\d+(\?|$)/, 'occasion'],
];

/** An answer in one word, as the cells have it. */
export function wordFor({ status, location }: Answer): string {
  if (status === 200) return 'in';
  if (status !== 303) return String(status);
  return LANDINGS.find(([where]) => where.test(location))?.[1] ?? location.replace(/\?.*/, '').replace(/^.*\//, '>');
}

/** The cells of a row as each person's own line: what a failed comparison shows. */
export const saidOf = (words: readonly string[]) => PEOPLE.map((person, at) => `${person}: ${words[at]}`);
export const cellsOf = (cells: string) => cells.split(/[\s|]+/).filter(Boolean);

/**
 * What stands in the tables, one line a table. A mail's way to its reader goes on by itself, and with it what the history says of
 * that way, so only that the mail exists is counted.
 */
export async function snapshot({ supabase }: OwnSite): Promise<string[]> {
  const tables = await supabase.sql<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema = 'public' and table_name not in ('mail', 'mail_event')
       or table_schema = 'private' and table_name in ('factor', 'recovery_code', 'staff_event', 'booking_need') order by 1`,
  );
  const counted = tables.map(
    ({ name }) =>
      `select '${name} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as line from ${name} t${name === 'public.household_event' ? ` where t.kind not in ('mail_undelivered', 'mail_withheld')` : ''}`,
  );
  const lines = await supabase.sql<{ line: string }>(
    [...counted, `select 'public.mail ' || count(*) from public.mail`].join(' union all '),
  );
  return lines.map(({ line }) => line);
}
