import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import type { NewAdult } from './my-matter.schema.ts';

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum(['here_already', 'too_many', 'asked_many']) }),
]);

/** Asks another adult to come in. Whether the address is known elsewhere is not told. */
export async function askAdult({ fornamn, efternamn, epost }: NewAdult, { db }: { db: Db }): Promise<z.infer<typeof answer>> {
  const { data, error } = await db.rpc('ask_adult', {
    p_first_name: fornamn,
    p_last_name: efternamn,
    p_email: epost.address,
    p_email_key: epost.key,
  });
  if (error) throw new Error(`ask_adult: ${error.code} ${error.message}`);
  return answer.parse(data);
}

/** Takes back what one has asked oneself. False when it is answered or taken back already, or somebody else's. */
export async function takeBackAsking(member: string, { db }: { db: Db }): Promise<boolean> {
  const { data, error } = await db.rpc('take_back_asking', { p_member: member });
  if (error) throw new Error(`take_back_asking: ${error.code} ${error.message}`);
  return data;
}
