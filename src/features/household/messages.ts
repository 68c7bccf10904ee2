import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';

const said = z.array(
  z.object({
    id: z.uuid(),
    fromAdult: z.boolean(),
    /** The coordinator who wrote it; null: the adult. */
    from: z.string().nullable(),
    body: z.string(),
    sentAt: z.string(),
    readAt: z.string().nullable(),
  }),
);
export type Said = z.infer<typeof said>[number];

/** What one adult and GFO have said to each other, oldest first. What the adult wrote is read with that, and the log says so. */
export async function readMessages(db: Db, number: number, adult: string): Promise<Said[]> {
  const { data, error } = await db.rpc('adult_messages', { p_number: number, p_member: adult });
  if (error) throw new Error(`adult_messages: ${error.code} ${error.message}`);
  return said.parse(data);
}
