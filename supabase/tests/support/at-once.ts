import postgres from 'postgres';
import { type Ground, grounds } from './grounds.ts';
import type { SignedIn } from './people.ts';

/**
 * PostgreSQL with so many connections that are open and waiting before the first is let go. The embedded Supabase answers one at
 * a time on PGlite and keeps a small pool on PostgreSQL, so that calls at the same moment hardly meet there.
 */
export async function manyConnections(max: number): Promise<{ ground: Ground; sql: postgres.Sql; stop: () => Promise<void> }> {
  const ground = await grounds[1]?.[1]();
  if (!ground?.databaseUrl) throw new Error('no PostgreSQL ground');
  const sql = postgres(ground.databaseUrl, { max, onnotice: () => undefined });
  await Promise.all(Array.from({ length: max }, () => sql`select pg_sleep(0.2)`));
  const stop = async () => {
    // A query that was cut off half-way would be waited for without end.
    await sql.end({ timeout: 5 });
    await ground.stop();
  };
  return { ground, sql, stop };
}

/** Runs one transaction with this person's token, as the API would. */
export function speakingAs<T>(sql: postgres.Sql, { user, session }: SignedIn, work: (tx: postgres.TransactionSql) => Promise<T>) {
  const claims = JSON.stringify({ sub: user, session_id: session });
  return sql.begin(async (tx) => {
    await tx`select set_config('request.jwt.claims', ${claims}, true), set_config('request.jwt.claim.sub', ${user}, true)`;
    return await work(tx);
  });
}
