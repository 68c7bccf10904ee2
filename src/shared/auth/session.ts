import type { AstroCookies } from 'astro';
import { z } from 'zod';
import { derivedKey, env } from '../env.ts';
import { seal, unseal } from '../seal.ts';

/** Supabase's tokens for one sign-in. `expiresAt` is the access token's, in seconds since 1970. */
const schema = z.object({ access: z.string(), refresh: z.string(), expiresAt: z.number() });
export type Session = z.infer<typeof schema>;

/** As long as the longest session that the database lets count (private.session_rule). */
const LONGEST_SECONDS = 30 * 24 * 60 * 60;

const isSecure = () => env().SITE_URL.startsWith('https:');
/** The prefix makes browsers refuse the cookie from anywhere but this very host. */
const cookieName = () => (isSecure() ? '__Host-gfo' : 'gfo');
const attributes = () => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure() }) as const;

/** The session in the cookie; undefined when there is none that we sealed. */
export function readSession(cookies: AstroCookies): Session | undefined {
  const parsed = schema.safeParse(unseal(cookies.get(cookieName())?.value ?? '', derivedKey('session')));
  return parsed.success ? parsed.data : undefined;
}

/** Keeps the tokens sealed: neither script nor anybody who reads the browser's files gets one. */
export function writeSession(cookies: AstroCookies, session: Session): void {
  cookies.set(cookieName(), seal(session, derivedKey('session')), { ...attributes(), maxAge: LONGEST_SECONDS });
}

export function forgetSession(cookies: AstroCookies): void {
  cookies.delete(cookieName(), attributes());
}

/** The token's own name for its session; it was read out of our seal, so its signature is the database's matter. */
export function sessionIdOf({ access }: Session): string {
  const claims: unknown = JSON.parse(Buffer.from(access.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return z.object({ session_id: z.uuid() }).parse(claims).session_id;
}
