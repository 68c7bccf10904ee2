import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

type Sql = (text: string, params?: unknown[]) => Promise<Record<string, unknown>[]>;

/** What a hosted project has from birth, and a plain PostgreSQL has not. */
export async function prepareRoles(sql: Sql): Promise<void> {
  await sql(`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'anon') then create role anon nologin noinherit; end if;
      if not exists (select from pg_roles where rolname = 'authenticated') then create role authenticated nologin noinherit; end if;
      if not exists (select from pg_roles where rolname = 'service_role') then create role service_role nologin noinherit bypassrls; end if;
    end $$;
    create schema if not exists auth;
    grant usage on schema public, auth to anon, authenticated, service_role;`);
}

/**
 * Applies the migrations that the history lacks, in the order of their names and each in one transaction with its line in
 * the history. The history has the Supabase CLI's shape. Throws with the file's name.
 */
export async function migrate(sql: Sql, directory: string | URL): Promise<string[]> {
  const dir = typeof directory === 'string' ? directory : fileURLToPath(directory);
  await sql(`
    create schema if not exists supabase_migrations;
    create table if not exists supabase_migrations.schema_migrations (version text not null primary key, statements text[], name text);`);
  const known = new Set((await sql('select version from supabase_migrations.schema_migrations')).map((row) => row.version));
  const applied: string[] = [];
  for (const file of (await readdir(dir)).filter((name) => /^\d+_.+\.sql$/.test(name)).sort()) {
    const [version = '', ...name] = file.replace(/\.sql$/, '').split('_');
    if (known.has(version)) continue;
    const text = await readFile(`${dir}/${file}`, 'utf8');
    try {
      // Statements sent together are one transaction.
      await sql(`${text}
;insert into supabase_migrations.schema_migrations (version, statements, name)
 values (${literal(version)}, array[${literal(text)}], ${literal(name.join('_'))});`);
    } catch (error) {
      throw new Error(`Migreringen ${file} gick inte att köra: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      });
    }
    applied.push(file);
  }
  return applied;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
