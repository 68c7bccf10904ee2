import type { Db } from '../../shared/db/clients.ts';

/** Takes an own request back. False when it is decided, taken back already, or not this person's. */
export async function withdrawRequest(id: string, { db }: { db: Db }): Promise<boolean> {
  const { data, error } = await db.rpc('withdraw_request', { p_request: id });
  if (error) throw new Error(`withdraw_request: ${error.code} ${error.message}`);
  return data;
}
