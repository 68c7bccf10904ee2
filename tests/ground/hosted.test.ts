import { readdir } from 'node:fs/promises';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { push, startHostedLike } from '../../supabase/local/hosted-like.ts';
import { typesDiffer } from '../../supabase/local/types.ts';

test('the Supabase CLI pushes the migrations to an empty server that is like hosted', async () => {
  const server = await startHostedLike();
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  try {
    await push(server.url);
    const known = await sql`select version from supabase_migrations.schema_migrations order by version`;
    const files = (await readdir('supabase/migrations')).filter((name) => name.endsWith('.sql')).sort();
    expect(known.map(({ version }) => version)).toEqual(files.map((name) => name.split('_')[0]));
    const open = await sql`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'private') and c.relkind in ('r', 'p') and not c.relrowsecurity`;
    expect(open.map(({ name }) => name)).toEqual([]);
    expect(await push(server.url)).toBeDefined();
  } finally {
    await sql.end();
    await server.stop();
  }
});

test('the committed types are those of the migrations', async () => {
  expect(await typesDiffer()).toBe(false);
});
