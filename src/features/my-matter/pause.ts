import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.literal('not_a_month') }),
]);

/** Pauses for the home until the month that begins on that day. */
export async function pause(month: string, { db }: { db: Db }): Promise<z.infer<typeof answer>> {
  const { data, error } = await db.rpc('pause_own', { p_month: month });
  if (error) throw new Error(`pause_own: ${error.code} ${error.message}`);
  return answer.parse(data);
}

/** Takes it up again where they were; nothing happens when nobody has paused. */
export async function resume({ db }: { db: Db }): Promise<void> {
  const { error } = await db.rpc('resume_own');
  if (error) throw new Error(`resume_own: ${error.code} ${error.message}`);
}
