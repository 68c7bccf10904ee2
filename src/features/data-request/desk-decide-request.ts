import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import type { Database } from '../../shared/db/database.types.ts';
import type { Decision } from './desk-request.schema.ts';
import type { Reason } from './desk-request.text.ts';

type Args = Database['public']['Functions']['decide_request']['Args'];
export type Decided = { ok: true } | { ok: false; reason: Reason };

const FORBIDDEN = '42501';
const schema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum(['settled_already', 'law_keeps', 'not_this_one'] satisfies Reason[]) }),
]);

/** Decides, and erases in the same step when that is what is granted. The one who asked hears that there is an answer. */
export async function decideRequest(db: Db, number: number, { begaran, beslut, skal }: Decision): Promise<Decided> {
  const args = { p_number: number, p_request: begaran, p_decision: beslut, p_reason: skal } satisfies Args;
  const { data, error } = await db.rpc('decide_request', args);
  // Who came in with a reason reads, and changes nothing.
  if (error?.code === FORBIDDEN) return { ok: false, reason: 'not_yours' };
  if (error) throw new Error(`decide_request: ${error.code} ${error.message}`);
  return schema.parse(data);
}
