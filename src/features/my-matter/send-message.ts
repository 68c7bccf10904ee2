import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.literal('too_many') }),
]);

/** Writes to GFO. The same text twice within minutes is said once. */
export async function sendMessage(body: string, { db }: { db: Db }): Promise<z.infer<typeof answer>> {
  const { data, error } = await db.rpc('send_message', { p_body: body });
  if (error) throw new Error(`send_message: ${error.code} ${error.message}`);
  return answer.parse(data);
}
