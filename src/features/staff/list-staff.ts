import type { Db } from '../../shared/db/clients.ts';
import type { Database } from '../../shared/db/database.types.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { NewStaff } from './staff.schema.ts';

type Args = Database['public']['Functions']['list_staff']['Args'];

/** Lists a new colleague, who hears of it by mail and can sign in from then on. */
export async function listStaff(db: Db, { namn, epost, roll }: NewStaff): Promise<Outcome> {
  const args = { p_name: namn, p_email: epost.address, p_email_key: epost.key, p_role: roll } satisfies Args;
  return outcomeOf('list_staff', await db.rpc('list_staff', args));
}
