import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';

/** Answers who asked to come in. With a no every session of the person's has ended. */
export async function answerInvitation(yes: boolean, { db }: { db: Db }): Promise<void> {
  const { error } = await db.rpc('answer_invitation', { p_yes: yes });
  if (error) throw new Error(`answer_invitation: ${error.code} ${error.message}`);
}

/** Ends one's own part in the home, and every session with it. False in a home already: that is ended in a talk with GFO. */
export async function withdraw({ db }: { db: Db }): Promise<boolean> {
  const { data, error } = await db.rpc('withdraw_own');
  if (error) throw new Error(`withdraw_own: ${error.code} ${error.message}`);
  return z.object({ ok: z.boolean() }).parse(data).ok;
}
