import type { Db } from '../../shared/db/clients.ts';
import type { Database } from '../../shared/db/database.types.ts';
import { myHome } from './my-home.queries.ts';

type Args = Database['public']['Functions']['set_own_silence']['Args'];
type Silence = { times: string; takesCodes: boolean };

/** Begins the silent way, or changes its times. It needs a number to ring. */
export async function beSilent(
  { times, takesCodes }: Silence,
  { db }: { db: Db },
): Promise<{ ok: true } | { ok: false; reason: 'needs_phone' }> {
  if (!(await myHome(db)).me.phone) return { ok: false, reason: 'needs_phone' };
  await set(db, { p_times: times, p_takes_codes: takesCodes });
  return { ok: true };
}

/** Ends it: mail comes again. */
export async function endSilence({ db }: { db: Db }): Promise<void> {
  await set(db, {});
}

async function set(db: Db, args: Args): Promise<void> {
  const { error } = await db.rpc('set_own_silence', args);
  if (error) throw new Error(`set_own_silence: ${error.code} ${error.message}`);
}
