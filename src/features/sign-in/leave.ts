import { renewed } from '../../shared/auth/renew.ts';
import { type Session, sessionIdOf } from '../../shared/auth/session.ts';
import { signInDoor, siteDb, siteGate } from '../../shared/db/clients.ts';
import { logFault } from '../../shared/http/log.ts';

/**
 * Ends the session, or with `everywhere` every session of the person: in the database first, where it counts at the next
 * request whatever becomes of the tokens, then at Supabase, so that no token is made from it any more. Throws when the database
 * cannot be reached.
 */
export async function leave(session: Session, everywhere: boolean): Promise<void> {
  const { error } = await siteDb().rpc('end_session', {
    p_gate: siteGate(),
    p_session: sessionIdOf(session),
    p_everywhere: everywhere,
  });
  if (error) throw new Error(`end_session: ${error.code} ${error.message}`);
  try {
    const held = await renewed(session);
    const out = held && (await signInDoor().admin.signOut(held.access, everywhere ? 'global' : 'local'));
    // Already gone there is as good as gone.
    if (out?.error && (out.error.status ?? 500) >= 500) throw new Error(`sign out: ${out.error.code}`);
  } catch (fault) {
    logFault(fault);
  }
}
