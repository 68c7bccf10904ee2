import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';

const asked = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum(['same', 'no_mail', 'many']) }),
]);
const changed = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum(['old', 'taken']) }),
]);

type Email = { address: string; key: string };

/** Sends a mail to the address that the person wants to sign in with. Whether it is somebody else's is not told. */
export async function askAddress({ address, key }: Email, { db }: { db: Db }): Promise<z.infer<typeof asked>> {
  const { data, error } = await db.rpc('ask_own_address', { p_email: address, p_email_key: key });
  if (error) throw new Error(`ask_own_address: ${error.code} ${error.message}`);
  return asked.parse(data);
}

/** Changes to the address whose mail had this token, and ends what was signed in with the old one. */
export async function changeAddress(token: string, { db }: { db: Db }): Promise<z.infer<typeof changed>> {
  const { data, error } = await db.rpc('change_own_address', { p_token: token });
  if (error) throw new Error(`change_own_address: ${error.code} ${error.message}`);
  return changed.parse(data);
}
