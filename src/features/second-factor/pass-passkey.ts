import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';
import { type Db, siteGate } from '../../shared/db/clients.ts';
import { ownFactors } from './own-factors.ts';
import { passkeysOf, readAnswer, relyingParty, takeChallenge } from './passkey.ts';
import { type Passkey, usedSchema } from './second-factor.schema.ts';
import type { Tried } from './try-factor.ts';

/**
 * Verifies the session with a passkey. Not counted: a signature cannot be guessed, and whoever is held up for having written
 * wrong codes may still come in this way.
 */
export async function passPasskey(db: Db, answer: string): Promise<Exclude<Tried, 'limited'>> {
  const challenge = await takeChallenge(db, 'use');
  const parsed = readAnswer(answer, usedSchema);
  const passkey = passkeysOf(await ownFactors(db)).find(({ credentialId }) => credentialId === parsed?.id);
  if (!challenge || !parsed || !passkey) return 'refused';
  const counter = await verifiedCounter(parsed, passkey, challenge);
  if (counter === undefined) return 'refused';
  const { data, error } = await db.rpc('pass_passkey', { p_gate: siteGate(), p_factor: passkey.id, p_counter: counter });
  if (error) throw new Error(`pass_passkey: ${error.code} ${error.message}`);
  return data ? 'passed' : 'refused';
}

/** The library throws for everything that a stranger can get wrong. */
async function verifiedCounter(response: AuthenticationResponseJSON, passkey: Passkey, expectedChallenge: string) {
  const { id, origin } = relyingParty();
  const { credentialId, publicKey, counter } = passkey;
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
  }).catch(() => undefined);
  return result?.verified ? result.authenticationInfo.newCounter : undefined;
}
