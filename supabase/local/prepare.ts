import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sealSecret } from '../../src/features/second-factor/app-code.ts';
import { derivedKey } from '../../src/shared/env.ts';
import type { Embedded } from './embedded.ts';
import type { DemoSettings } from './settings.ts';

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

/**
 * Gives each of the demo's staff the authenticator app that the mailbox shows. Whoever has had a factor keeps what they made of
 * it: a reset in the demo is a real one.
 */
export async function seedAuthenticators(sql: Embedded['sql'], { authenticators, siteSecret }: DemoSettings): Promise<void> {
  const key = derivedKey('factor', siteSecret);
  const staff = await sql<{ id: string; email_key: string }>(
    `select id, email_key from public.staff_member s
     where ended_at is null and not exists (select from private.factor f where f.staff_id = s.id)`,
  );
  for (const { id, email_key } of staff) {
    const secret = authenticators[email_key];
    if (!secret) continue;
    await sql(
      "insert into private.factor (staff_id, kind, label, sealed_secret, last_step) values ($1, 'app', 'Demons autentiserare', $2, 0)",
      [id, sealSecret(secret, id, key)],
    );
  }
}
