import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { type Invitation, invitationSchema, type Said, saidSchema } from './my-matter.schema.ts';

/** Who asked me to come in; null when nobody did. Throws when the database cannot be reached, as the others here. */
export async function myInvitation(db: Db): Promise<Invitation | null> {
  const { data, error } = await db.rpc('my_invitation');
  if (error) throw new Error(`my_invitation: ${error.code} ${error.message}`);
  return invitationSchema.nullable().parse(data);
}

/** One's own conversation with GFO, the newest first. What GFO wrote is read from then on; it says whether it was before. */
export async function myMessages(db: Db): Promise<Said[]> {
  const { data, error } = await db.rpc('my_messages');
  if (error) throw new Error(`my_messages: ${error.code} ${error.message}`);
  return z.array(saidSchema).parse(data).toReversed();
}
