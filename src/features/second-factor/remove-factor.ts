import { type Db, siteGate } from '../../shared/db/clients.ts';

/** Removes one of the person's factors; false when it is the last one, which stays. */
export async function removeFactor(db: Db, factorId: string): Promise<boolean> {
  const { data, error } = await db.rpc('remove_factor', { p_gate: siteGate(), p_factor: factorId });
  if (error) throw new Error(`remove_factor: ${error.code} ${error.message}`);
  return data;
}
