import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { type LocalPostgres, startPostgres } from './postgres.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What a new hosted project has before our migrations: its roles, its schemas and the table of people who sign in. And
 * what it has not had since May 2026: any right on what we make.
 */
const HOSTED = `
  create role anon nologin noinherit;
  create role authenticated nologin noinherit;
  create role service_role nologin noinherit bypassrls;
  create role authenticator login noinherit;
  create role supabase_admin superuser;
  grant anon, authenticated, service_role to authenticator;
  create schema auth;
  create schema extensions;
  create table auth.users (id uuid primary key, email text, created_at timestamptz not null default now());
  create function auth.uid() returns uuid language sql stable
    as $$ select nullif(current_setting('request.jwt.claims', true)::jsonb ->> 'sub', '')::uuid $$;
  grant usage on schema public, auth, extensions to anon, authenticated, service_role;`;

/** An empty PostgreSQL server prepared as hosted Supabase is. */
export async function startHostedLike(): Promise<LocalPostgres> {
  const server = await startPostgres();
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  await sql.unsafe(HOSTED);
  await sql.end();
  return server;
}

/** Runs the Supabase CLI in the project. Its output; throws with what it said when it fails. */
export async function supabaseCli(...args: string[]): Promise<string> {
  const program = fileURLToPath(new URL('../../node_modules/.bin/supabase', import.meta.url));
  const env = { ...process.env, SUPABASE_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
  const { stdout } = await promisify(execFile)(program, [...args, '--agent', 'no'], {
    cwd: root,
    env,
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout;
}

/** Pushes the migrations as one does to a hosted project. */
export function push(databaseUrl: string): Promise<string> {
  return supabaseCli('db', 'push', '--db-url', `${databaseUrl}?sslmode=disable`, '--yes');
}
