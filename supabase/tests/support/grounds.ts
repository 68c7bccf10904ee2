import { createHash } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import type { Db } from '../../../src/shared/db/clients.ts';
import type { Database } from '../../../src/shared/db/database.types.ts';
import { type Embedded, startSupabase } from '../../local/embedded.ts';
import { startPostgres } from '../../local/postgres.ts';

export const GATE = 'the gate of the tests';
const keys = {
  publishableKey: 'sb_publishable_tests',
  secretKey: 'sb_secret_tests',
  jwtSecret: 'a secret of the tests that is long enough',
};

export type Ground = {
  sql: Embedded['sql'];
  url: string;
  /** Of the PostgreSQL ground: the server itself, past the API. */
  databaseUrl?: string;
  keys: typeof keys;
  /** A stranger with the publishable key, and the jobs with the secret one. */
  anon: Db;
  service: Db;
  stop: () => Promise<void>;
};

const options = { auth: { persistSession: false, autoRefreshToken: false } };

async function open(database: Parameters<typeof startSupabase>[0]['database'], stop: () => Promise<void>): Promise<Ground> {
  const supabase = await startSupabase({ database, port: 0, ...keys });
  await supabase.sql('select private.set_site_gate($1)', [createHash('sha256').update(GATE).digest('hex')]);
  return {
    sql: supabase.sql,
    url: supabase.url,
    ...(database.kind === 'postgres' && { databaseUrl: database.url }),
    keys,
    anon: createClient<Database>(supabase.url, keys.publishableKey, options),
    service: createClient<Database>(supabase.url, keys.secretKey, options),
    stop: async () => {
      await supabase.close();
      await stop();
    },
  };
}

/** The two grounds that every rule of the database is tried on. */
export const grounds: readonly [name: string, start: () => Promise<Ground>][] = [
  ['PGlite', () => open({ kind: 'pglite' }, async () => undefined)],
  [
    'PostgreSQL',
    async () => {
      const server = await startPostgres();
      return open({ kind: 'postgres', url: server.url }, server.stop);
    },
  ],
];
