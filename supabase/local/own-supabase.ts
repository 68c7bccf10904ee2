import { derivedKey, env } from '../../src/shared/env.ts';
import { type Embedded, startSupabase } from './embedded.ts';
import { setGate } from './prepare.ts';

/** Supabase's API over a PostgreSQL server of one's own, for the site alone: only the loopback address hears it. */
export async function ownSupabase(databaseUrl: string, port: number): Promise<Embedded> {
  const settings = env();
  const supabase = await startSupabase({
    database: { kind: 'postgres', url: databaseUrl },
    port,
    publishableKey: settings.SUPABASE_PUBLISHABLE_KEY,
    secretKey: settings.SUPABASE_SECRET_KEY,
    jwtSecret: derivedKey('jwt').toString('hex'),
    siteUrl: settings.SITE_URL,
  });
  await setGate(supabase.sql, settings.SITE_SECRET);
  return supabase;
}
