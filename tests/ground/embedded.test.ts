import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Embedded, type EmbeddedOptions, startSupabase } from '../../supabase/local/embedded.ts';
import { type LocalPostgres, startPostgres } from '../../supabase/local/postgres.ts';

const MIGRATION = `
  create table public.note (id int primary key);
  alter table public.note enable row level security;
  create function public.add_note(n int) returns name language plpgsql set search_path = '' as $$
  begin
    insert into public.note values (n);
    if n < 0 then raise exception 'no'; end if;
    perform pg_catalog.pg_sleep(0.01);
    return current_user;
  end $$;
  grant insert, select on public.note to service_role;
  revoke execute on function public.add_note from public;
  grant execute on function public.add_note to service_role;`;

const keys = { publishableKey: 'sb_publishable_prov', secretKey: 'sb_secret_prov', jwtSecret: 'j'.repeat(40) };
const memory = async () => ({ kind: 'pglite' as const });
const folders: string[] = [];
const servers: LocalPostgres[] = [];
const server = async () => {
  const started = await startPostgres();
  servers.push(started);
  return { kind: 'postgres' as const, url: started.url };
};

async function folderWith(name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gfo-migrations-'));
  folders.push(folder);
  await writeFile(join(folder, name), text);
  return folder;
}

describe.each([
  ['PGlite', memory],
  ['PostgreSQL', server],
])('the embedded Supabase on %s', (_, database: () => Promise<EmbeddedOptions['database']>) => {
  let supabase: Embedded;
  let options: EmbeddedOptions;
  const as = (key: string) => createClient(supabase.url, key, { auth: { persistSession: false } });

  beforeAll(async () => {
    const migrations = await folderWith('20260101000000_note.sql', MIGRATION);
    options = { database: await database(), port: 0, ...keys, migrations };
    supabase = await startSupabase(options);
  });
  afterAll(async () => {
    await supabase.close();
    await Promise.all(servers.splice(0).map((one) => one.stop()));
    await Promise.all(folders.splice(0).map((one) => rm(one, { recursive: true, force: true })));
  });

  test('gives nobody more than the migrations give', async () => {
    expect((await as(keys.publishableKey).from('note').select()).error?.code).toBe('42501');
    expect((await as(keys.publishableKey).rpc('add_note', { n: 1 })).error?.code).toBe('42501');
    expect((await fetch(`${supabase.url}/rest/v1/note`)).status).toBe(401);
    const [row] = await supabase.sql<{ acl: string }>("select relacl::text as acl from pg_class where relname = 'note'");
    expect(row?.acl).not.toContain('anon');
    expect(row?.acl).not.toContain('authenticated');
  });

  test.each([
    ['otp', { email: 'framling@exempel.example', create_user: true }],
    ['otp', { email: 'framling@exempel.example' }],
    ['magiclink', { email: 'framling@exempel.example' }],
    ['signup', { email: 'framling@exempel.example', password: 'en lång mening som lösenord' }],
    ['signup', {}],
    ['recover', { email: 'framling@exempel.example' }],
  ])('a stranger gets no account through /auth/v1/%s', async (path, body) => {
    await fetch(`${supabase.url}/auth/v1/${path}`, {
      method: 'POST',
      headers: { apikey: keys.publishableKey, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(await supabase.sql('select email from auth.users')).toEqual([]);
  });

  test('the jobs make an account and a code, which signs in once; nobody else does', async () => {
    const email = 'kand@exempel.example';
    const { admin } = as(keys.secretKey).auth;
    const code = async () => (await admin.generateLink({ type: 'magiclink', email })).data.properties?.email_otp ?? '';
    const enter = (token: string) => as(keys.publishableKey).auth.verifyOtp({ email, token, type: 'email' });
    expect((await admin.generateLink({ type: 'magiclink', email })).error?.code).toBe('user_not_found');
    const made = await admin.createUser({ email, email_confirm: true });
    expect(made.error).toBeNull();
    expect((await admin.createUser({ email, email_confirm: true })).error?.code).toBe('email_exists');
    const [old, fresh] = [await code(), await code()];
    expect(fresh).toMatch(/^\d{6}$/);
    expect(old === fresh || (await enter(old)).error).toBeTruthy();
    const { data, error } = await enter(fresh);
    expect(error).toBeNull();
    expect(data.user?.email).toBe(email);
    expect((await enter(fresh)).error).toBeTruthy();
    const stranger = as(keys.publishableKey).auth.admin;
    expect((await stranger.generateLink({ type: 'magiclink', email })).error?.status).toBe(401);
    expect((await stranger.deleteUser(made.data.user?.id ?? '')).error?.status).toBe(401);
    expect((await admin.deleteUser(made.data.user?.id ?? '')).error).toBeNull();
    expect(await supabase.sql('select email from auth.users')).toEqual([]);
  });

  test.each([
    ['annan.example', 403],
    ['127.0.0.1.annan.example', 403],
    ['localhost', 401],
  ])('a call for %s is answered with %i', async (host, status) => {
    const answered = await new Promise((resolve, reject) => {
      const call = request(`${supabase.url}/rest/v1/note`, { headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      call.once('error', reject).end();
    });
    expect(answered).toBe(status);
  });

  test('keeps simultaneous calls apart: their roles, and what each rolls back', async () => {
    const calls = Array.from({ length: 30 }, (_nothing, n) =>
      as(keys.secretKey).rpc('add_note', { n: n % 3 === 0 ? -n - 1 : n }),
    );
    const strangers = Array.from({ length: 10 }, (_nothing, n) => as(keys.publishableKey).rpc('add_note', { n: 100 + n }));
    const answers = await Promise.all(calls);
    expect(answers.filter(({ error }) => error)).toHaveLength(10);
    expect(new Set(answers.flatMap(({ data }) => data ?? []))).toEqual(new Set(['service_role']));
    expect((await Promise.all(strangers)).every(({ error }) => error?.code === '42501')).toBe(true);
    const [row] = await supabase.sql<{ n: number }>('select count(*)::int as n from public.note');
    expect(row?.n).toBe(20);
  });

  test('a migration that fails leaves nothing behind, and is named', async () => {
    const migrations = await folderWith('20260102000000_half.sql', 'create table public.half (id int); select 1/0;');
    const again = { ...options, database: options.database.kind === 'pglite' ? await memory() : options.database, migrations };
    await expect(startSupabase(again)).rejects.toThrow('20260102000000_half.sql');
    const [row] = await supabase.sql<{ there: boolean }>("select to_regclass('public.half') is not null as there");
    expect(row?.there).toBe(false);
  });
});
