import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { derivedKey } from '../../src/shared/env.ts';
import type { Embedded } from './embedded.ts';

/** Lets the site with this SITE_SECRET, and no other, write as a visitor. */
export async function setGate(sql: Embedded['sql'], siteSecret: string): Promise<void> {
  await sql('select private.set_site_gate($1)', [gateDigest(siteSecret)]);
}

/** SHA-256 (hex) of the gate that the site derives from its secret: what the database knows of it. */
export function gateDigest(siteSecret: string): string {
  return createHash('sha256').update(derivedKey('gate', siteSecret).toString('hex')).digest('hex');
}

/** Fills in the fictitious people once, and remembers it in the same transaction, in the table that the Supabase CLI has for it. */
export async function seedOnce(sql: Embedded['sql'], file = new URL('../seed/demo.sql', import.meta.url)): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const before = await sql("select from supabase_migrations.seed_files where path = 'supabase/seed/demo.sql'");
  if (text === undefined || before.length > 0) return;
  const hash = createHash('sha256').update(text).digest('hex');
  await sql(`${text}
;insert into supabase_migrations.seed_files (path, hash) values ('supabase/seed/demo.sql', '${hash}');`);
}
