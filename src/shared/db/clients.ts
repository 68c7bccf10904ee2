import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { derivedKey, env } from '../env.ts';
import type { Database } from './database.types.ts';

export type Db = SupabaseClient<Database>;

// Neither keeps a session, so each is made once for the process.
const options = { auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false } } as const;
let site: Db | undefined;
let job: Db | undefined;

/** The database as a stranger meets it: what a public page may do, row-level security decides. */
export function siteDb(): Db {
  site ??= createClient<Database>(env().SUPABASE_URL, env().SUPABASE_PUBLISHABLE_KEY, options);
  return site;
}

/** The database with the service key. For functions/jobs and functions/webhooks alone. */
export function jobDb(): Db {
  job ??= createClient<Database>(env().SUPABASE_URL, env().SUPABASE_SECRET_KEY, options);
  return job;
}

/** The database as one signed-in person meets it. Made for each request: it carries that person's own token. */
export function personDb(accessToken: string): Db {
  return createClient<Database>(env().SUPABASE_URL, env().SUPABASE_PUBLISHABLE_KEY, {
    ...options,
    global: { headers: { Authorization: `Bearer ${accessToken}` } },
  });
}

/** Supabase's sign-in, for one call: a client remembers who it signed in, so none is shared. */
export function signInDoor(): Db['auth'] {
  return createClient<Database>(env().SUPABASE_URL, env().SUPABASE_PUBLISHABLE_KEY, options).auth;
}

/** What the website proves itself with to the database; see private.require_site_gate. */
export function siteGate(): string {
  return derivedKey('gate').toString('hex');
}
