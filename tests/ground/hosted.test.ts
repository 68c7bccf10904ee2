import { readdir } from 'node:fs/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Embedded } from '../../supabase/local/embedded.ts';
import { push, startHostedLike } from '../../supabase/local/hosted-like.ts';
import type { LocalPostgres } from '../../supabase/local/postgres.ts';
import { setGate } from '../../supabase/local/prepare.ts';
import { typesDiffer } from '../../supabase/local/types.ts';
import { functions, rightsHeld, runnersOf, tables } from '../../supabase/tests/support/expectations.ts';

describe('an empty server that is like hosted, to which the Supabase CLI has pushed', () => {
  let server: LocalPostgres;
  let db: postgres.Sql;
  const sql: Embedded['sql'] = async <Row>(text: string, params?: unknown[]) => [
    ...((await db.unsafe(text, params as never[] | undefined)) as unknown as Row[]),
  ];

  beforeAll(async () => {
    server = await startHostedLike();
    db = postgres(server.url, { max: 1, onnotice: () => undefined });
    await push(server.url);
  });
  afterAll(async () => {
    await db?.end();
    await server?.stop();
  });

  test('the role that pushes is no superuser, as on hosted', async () => {
    expect(await sql('select current_user as name, rolsuper as super from pg_roles where rolname = current_user')).toEqual([
      { name: 'postgres', super: false },
    ]);
  });

  test('every migration is in the history, and a second push is harmless', async () => {
    const known = await sql<{ version: string }>('select version from supabase_migrations.schema_migrations order by version');
    const files = (await readdir('supabase/migrations')).filter((name) => name.endsWith('.sql')).sort();
    expect(known.map(({ version }) => version)).toEqual(files.map((name) => name.split('_')[0]));
    expect(await push(server.url)).toBeDefined();
  });

  test('each role may do what is stated, and nothing else', async () => {
    const rights = await rightsHeld(sql);
    const named = rights.filter(({ kind }) => kind !== 'S').map(({ name }) => name);
    expect([...new Set(named)].sort()).toEqual(Object.keys(tables).sort());
    expect(rights.filter(({ name, role, held }) => held.length > 0 && !tables[name]?.includes(role))).toEqual([]);
    const runners = await runnersOf(sql);
    expect(Object.fromEntries(runners.map(({ name, may }) => [name, may]))).toEqual(functions);
    const open = await sql(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'private') and c.relkind in ('r', 'p') and not c.relrowsecurity`);
    expect(open).toEqual([]);
  });

  test('the gate can be set by the role that pushes', async () => {
    await setGate(sql, 'a secret of the tests that is long enough');
    expect(await sql('select count(*)::int as n from private.site_gate')).toEqual([{ n: 1 }]);
  });
});

test('the committed types are those of the migrations', async () => {
  expect(await typesDiffer()).toBe(false);
});
