import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { type LocalPostgres, startPostgres } from './postgres.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What a new hosted project has before our migrations: its roles, its schemas and the table of people who sign in. And
 * what it has not had since May 2026: any right on what we make. The role that pushes, `postgres`, owns the database and
 * may make roles and pass row-level security, but is no superuser, and sign-in's own tables are not its own.
 */
const hosted = (password: string) => `
  create role anon nologin noinherit;
  create role authenticated nologin noinherit;
  create role service_role nologin noinherit bypassrls;
  create role authenticator login noinherit;
  create role supabase_auth_admin nologin noinherit createrole;
  create role postgres login nosuperuser createdb createrole replication bypassrls password '${password}';
  grant anon, authenticated, service_role to authenticator;
  grant anon, authenticated, service_role, authenticator to postgres with admin option;
  alter database postgres owner to postgres;
  create schema auth authorization supabase_auth_admin;
  create schema extensions authorization postgres;
  create table auth.users (id uuid primary key, email text, created_at timestamptz not null default now());
  create function auth.uid() returns uuid language sql stable
    as $$ select nullif(current_setting('request.jwt.claims', true)::jsonb ->> 'sub', '')::uuid $$;
  alter table auth.users owner to supabase_auth_admin;
  alter function auth.uid() owner to supabase_auth_admin;
  grant usage on schema auth to postgres;
  grant all on auth.users to postgres with grant option;
  grant usage on schema public, auth, extensions to anon, authenticated, service_role;`;

/** An empty PostgreSQL server prepared as hosted Supabase is. `url` is that of the role that pushes. */
export async function startHostedLike(): Promise<LocalPostgres> {
  const server = await startPostgres(undefined, 'supabase_admin');
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  const password = randomBytes(12).toString('hex');
  await sql.unsafe(hosted(password));
  await sql.end();
  const url = new URL(server.url);
  url.username = 'postgres';
  url.password = password;
  return { ...server, url: url.href };
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
