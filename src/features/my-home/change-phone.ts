import type { Db } from '../../shared/db/clients.ts';
import type { Database } from '../../shared/db/database.types.ts';
import { myHome } from './my-home.queries.ts';

type Args = Database['public']['Functions']['change_phone']['Args'];

/** Keeps another number, or none; who is on the silent way is reached by telephone alone and keeps one. */
export async function changePhone(
  phone: string | undefined,
  { db }: { db: Db },
): Promise<{ ok: true } | { ok: false; reason: 'silence_needs_phone' }> {
  if (!phone && (await myHome(db)).me.silentSince) return { ok: false, reason: 'silence_needs_phone' };
  const { error } = await db.rpc('change_phone', { ...(phone && { p_phone: phone }) } satisfies Args);
  if (error) throw new Error(`change_phone: ${error.code} ${error.message}`);
  return { ok: true };
}
