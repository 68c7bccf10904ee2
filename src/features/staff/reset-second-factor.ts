import type { Db } from '../../shared/db/clients.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** For who has lost both telephone and recovery codes: they begin anew, with the code by mail, and every session ends. */
export async function resetSecondFactor(db: Db, id: string): Promise<Outcome> {
  return outcomeOf('reset_second_factor', await db.rpc('reset_second_factor', { p_staff: id }));
}
