import type { Db } from '../../shared/db/clients.ts';

/** Marks the reason as read by the head; with `end` the access is over at once. False when there is no such access. */
export async function seeBreakGlass(db: Db, id: string, end: boolean): Promise<boolean> {
  const { data, error } = await db.rpc('see_break_glass', { p_id: id, p_end: end });
  if (error) throw new Error(`see_break_glass: ${error.code} ${error.message}`);
  return data;
}
