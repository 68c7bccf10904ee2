import type { Db } from '../../shared/db/clients.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { Role } from './staff.schema.ts';

/** Gives somebody another role, which holds from their next request. */
export async function changeRole(db: Db, id: string, role: Role): Promise<Outcome> {
  return outcomeOf('change_role', await db.rpc('change_role', { p_staff: id, p_role: role }));
}
