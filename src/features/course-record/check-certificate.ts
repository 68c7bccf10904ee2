import { z } from 'zod';
import { type Db, siteGate } from '../../shared/db/clients.ts';
import type { Database } from '../../shared/db/database.types.ts';

type Args = Database['public']['Functions']['check_certificate']['Args'];

const checkedSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    activity: z.string(),
    title: z.string(),
    parts: z.number(),
    year: z.number(),
    isWithdrawn: z.boolean(),
    /** Whether the name that was typed is the one on it; `gone`: there is none any more. */
    name: z.enum(['same', 'other', 'gone']).optional(),
  }),
  z.object({ ok: z.literal(false), reason: z.enum(['unknown', 'too_often']) }),
]);
export type Checked = z.output<typeof checkedSchema>;

type Context = { db: Db; networkKey: string };

/** Whether a code is of a certificate of ours, and whether a typed name stands on it. The name itself is never handed out. */
export async function checkCertificate(code: string, name: string | undefined, { db, networkKey }: Context): Promise<Checked> {
  const { data, error } = await db.rpc('check_certificate', {
    p_gate: siteGate(),
    p_network_key: networkKey,
    p_code: code,
    ...(name !== undefined && { p_name: name }),
  } satisfies Args);
  if (error) throw new Error(`check_certificate: ${error.code} ${error.message}`);
  return checkedSchema.parse(data);
}
