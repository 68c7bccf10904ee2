import { type Db, siteGate } from '../../shared/db/clients.ts';

/** How a try at the second step ended. */
export type Tried = 'passed' | 'refused' | 'limited';

/** Counts a try before anything is looked at; whether there are tries left. */
export async function mayTry(db: Db): Promise<boolean> {
  const { data, error } = await db.rpc('try_second_factor', { p_gate: siteGate() });
  if (error) throw new Error(`try_second_factor: ${error.code} ${error.message}`);
  return data;
}
