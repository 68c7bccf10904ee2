import { createHmac, randomUUID } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import type { Db } from '../../../src/shared/db/clients.ts';
import type { Database } from '../../../src/shared/db/database.types.ts';
import { GATE, type Ground } from './grounds.ts';
import { hash } from './registration.ts';

export type SignedIn = { user: string; session: string; email: string };

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as Supabase's sign-in would make it: valid in itself, whatever the database then thinks of its session. */
export function tokenOf({ user, session, email }: SignedIn, secret: string): string {
  const claims = { aud: 'authenticated', role: 'authenticated', sub: user, session_id: session, email };
  const said = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...claims, exp: Math.floor(Date.now() / 1000) + 600 })}`;
  return `${said}.${createHmac('sha256', secret).update(said).digest('base64url')}`;
}

/** The API as this person meets it. */
export function clientOf(ground: Ground, person: SignedIn): Db {
  return createClient<Database>(ground.url, ground.keys.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { headers: { Authorization: `Bearer ${tokenOf(person, ground.keys.jwtSecret)}` } },
  });
}

/** Signs somebody in the real way, with a token of a new session unless one is given. Whether they are let in, and their client. */
export async function signIn(ground: Ground, email: string, person: Partial<SignedIn> = {}) {
  const who = { user: randomUUID(), session: randomUUID(), email, ...person };
  const db = clientOf(ground, who);
  const { data, error } = await db.rpc('begin_session', {
    p_gate: GATE,
    p_network_key: hash('network'),
    p_address_key: hash(email),
    p_email_key: email,
  });
  return { ...who, db, begun: data as { ok: boolean; next?: string | null } | null, error };
}

/** As `signIn`, with a first authenticator app, which verifies the session. */
export async function signInVerified(ground: Ground, email: string, person: Partial<SignedIn> = {}) {
  const signed = await signIn(ground, email, person);
  const { data: app } = await signed.db.rpc('add_app', {
    p_gate: GATE,
    p_label: 'Telefonen',
    p_sealed_secret: 'sealed',
    p_step: 1,
  });
  return { ...signed, app: app ?? '' };
}
