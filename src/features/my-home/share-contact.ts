import type { Db } from '../../shared/db/clients.ts';

/** Shows or hides one's telephone and e-mail for the adults of the home who show theirs. */
export async function shareContact(on: boolean, { db }: { db: Db }): Promise<void> {
  const { error } = await db.rpc('share_contact', { p_on: on });
  if (error) throw new Error(`share_contact: ${error.code} ${error.message}`);
}
