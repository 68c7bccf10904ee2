import { z } from 'zod';
import { type Db, siteGate } from '../../shared/db/clients.ts';
import type { Database } from '../../shared/db/database.types.ts';

type Args = Database['public']['Functions']['ask_for_code']['Args'];
type Wish = { email: string; networkKey: string; addressKey: string; next: string | undefined };

const answer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('limited') }),
  z.object({ outcome: z.enum(['accepted', 'wait']), nextAt: z.string() }),
]);

/**
 * Writes down that a code is wished for at the address: the same steps and the same answers whether we know it or not. The
 * job `functions/jobs/send-codes` sends the code. Throws when the database cannot be reached.
 */
export async function askForCode(db: Db, { email, networkKey, addressKey, next }: Wish): Promise<z.infer<typeof answer>> {
  const { data, error } = await db.rpc('ask_for_code', {
    p_gate: siteGate(),
    p_network_key: networkKey,
    p_address_key: addressKey,
    p_email: email,
    ...(next && { p_next: next }),
  } satisfies Args);
  if (error) throw new Error(`ask_for_code: ${error.code} ${error.message}`);
  return answer.parse(data);
}
