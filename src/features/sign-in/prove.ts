import { z } from 'zod';
import { fromSupabase } from '../../shared/auth/renew.ts';
import type { Session } from '../../shared/auth/session.ts';
import { personDb, signInDoor, siteDb, siteGate } from '../../shared/db/clients.ts';
import { emailKey } from '../../shared/form/email.ts';

/** `kept`: something that was typed before an earlier session ended waits on the page `next`. */
export type Proved = { ok: true; session: Session; next: string | undefined; kept: boolean } | { ok: false };

type Proof = { address: string; code: string };
/** Keyed hashes for the limits: see shared/http/network. */
type Keys = { networkKey: string; addressKey: string };

const begun = z.object({ ok: z.boolean(), next: z.string().nullish(), kept: z.boolean().default(false) });

/**
 * Signs in with the code that came by mail, typed or in the mail's link. Each try is counted before it is made, and every
 * refusal is the same. The session counts from here, for the database has recorded it. Throws when the database or Supabase's
 * sign-in cannot be reached.
 */
export async function prove({ address, code }: Proof, { networkKey, addressKey }: Keys): Promise<Proved> {
  const allowed = await siteDb().rpc('try_code', { p_gate: siteGate(), p_network_key: networkKey, p_address_key: addressKey });
  if (allowed.error) throw new Error(`try_code: ${allowed.error.code} ${allowed.error.message}`);
  if (!allowed.data) return { ok: false };
  const door = signInDoor();
  const { data, error } = await door.verifyOtp({ type: 'email', email: address, token: code });
  if (error && (!error.status || error.status >= 500)) throw new Error(`verify: ${error.code ?? error.name}`);
  if (!data.session) return { ok: false };
  const session = fromSupabase(data.session);
  const begin = await personDb(session.access).rpc('begin_session', {
    p_gate: siteGate(),
    p_network_key: networkKey,
    p_address_key: addressKey,
    p_email_key: emailKey(address),
  });
  if (begin.error) throw new Error(`begin_session: ${begin.error.code} ${begin.error.message}`);
  const { ok, next, kept } = begun.parse(begin.data);
  if (ok) return { ok, session, next: next ?? undefined, kept };
  await door.admin.signOut(session.access, 'local');
  return { ok: false };
}
