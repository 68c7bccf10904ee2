import { signInDoor } from '../db/clients.ts';
import type { Session } from './session.ts';

/** A token that is about to run out would run out on its way to the database. */
const MARGIN_SECONDS = 60;

const underWay = new Map<string, Promise<Session | undefined>>();

/**
 * The session with an access token that holds; the same object when it held already. Undefined when Supabase has ended
 * it. Throws when Supabase cannot be reached: nobody is signed out by a fault. Pages that are asked for at once share one
 * renewal, for a refresh token is good once.
 */
export async function renewed(session: Session, nowSeconds = Date.now() / 1000): Promise<Session | undefined> {
  if (session.expiresAt - nowSeconds > MARGIN_SECONDS) return session;
  const started = underWay.get(session.refresh);
  if (started) return await started;
  const renewal = renew(session.refresh);
  underWay.set(session.refresh, renewal);
  try {
    return await renewal;
  } finally {
    underWay.delete(session.refresh);
  }
}

async function renew(refresh: string): Promise<Session | undefined> {
  const { data, error } = await signInDoor().refreshSession({ refresh_token: refresh });
  if (data.session) return fromSupabase(data.session);
  if (error?.status && error.status >= 400 && error.status < 500 && error.status !== 429) return undefined;
  throw new Error(`refresh: ${error?.code ?? error?.name} ${error?.status ?? ''}`);
}

/** What Supabase answers with, as we keep it. */
export function fromSupabase(session: { access_token: string; refresh_token: string; expires_in: number }): Session {
  return {
    access: session.access_token,
    refresh: session.refresh_token,
    expiresAt: Math.floor(Date.now() / 1000) + session.expires_in,
  };
}
