import { type Db, siteGate } from '../../shared/db/clients.ts';
import { type OwnFactors, ownFactorsSchema } from './second-factor.schema.ts';

/** The signed-in staff member's own factors. Throws when the person is not staff. */
export async function ownFactors(db: Db): Promise<OwnFactors> {
  const { data, error } = await db.rpc('second_factors', { p_gate: siteGate() });
  if (error) throw new Error(`second_factors: ${error.code} ${error.message}`);
  return ownFactorsSchema.parse(data);
}

/** Whether the person may add a factor now: the first one after the code by mail, the next in a verified session. */
export function mayAdd({ factors, verified }: Pick<OwnFactors, 'factors' | 'verified'>): boolean {
  return verified || factors.length === 0;
}
