import type { AstroCookies } from 'astro';
import { type Db, personDb } from '../db/clients.ts';
import { renewed } from './renew.ts';
import { forgetSession, readSession, type Session, writeSession } from './session.ts';
import { askVisitor, type Visitor } from './visitor.ts';

/** Somebody signed in: the database with their own token, and who they are. */
export type Person = { db: Db; session: Session; visitor: Visitor };

/**
 * Who the request's cookie speaks for. Renews the session in silence when its token runs out. Undefined when nobody is signed
 * in, or no longer: the cookie is then gone too.
 */
export async function personOf(cookies: AstroCookies): Promise<Person | undefined> {
  const before = readSession(cookies);
  if (!before) return undefined;
  const session = await renewed(before);
  const db = session && personDb(session.access);
  const visitor = db && (await askVisitor(db));
  if (!session || !db || !visitor) {
    forgetSession(cookies);
    return undefined;
  }
  if (session !== before) writeSession(cookies, session);
  return { db, session, visitor };
}

/** For actions and pages that the middleware has already let somebody in to. Throws when it has not. */
export function signedIn(locals: App.Locals): Person {
  if (!locals.person) throw new Error('nobody is signed in');
  return locals.person;
}
