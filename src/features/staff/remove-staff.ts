import type { Db } from '../../shared/db/clients.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** Takes somebody off the list and ends all their sessions at once. */
export async function removeStaff(db: Db, id: string): Promise<Outcome> {
  return outcomeOf('remove_staff', await db.rpc('remove_staff', { p_staff: id }));
}
