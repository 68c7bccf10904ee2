import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import type { Database } from '../../shared/db/database.types.ts';
import type { RequestKind } from './data-request.schema.ts';

type Args = Database['public']['Functions']['make_request']['Args'];

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.literal('asked_already') }),
]);

/** Asks for insight or erasure; staff are told by mail. One of each kind can wait at a time. */
export async function makeRequest(
  kind: RequestKind,
  wish: string | undefined,
  { db }: { db: Db },
): Promise<z.infer<typeof answer>> {
  const { data, error } = await db.rpc('make_request', { p_kind: kind, ...(wish && { p_wish: wish }) } satisfies Args);
  if (error) throw new Error(`make_request: ${error.code} ${error.message}`);
  return answer.parse(data);
}
