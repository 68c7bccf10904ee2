import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server';
import { type Db, siteGate } from '../../shared/db/clients.ts';
import { ALGORITHMS, readAnswer, relyingParty, takeChallenge } from './passkey.ts';
import { madeSchema } from './second-factor.schema.ts';
import { kindTexts } from './second-factor.text.ts';

/** Stores the passkey that the browser made, when it answers this session's challenge. */
export async function addPasskey(db: Db, answer: string, name: string): Promise<'added' | 'refused' | 'known'> {
  const challenge = await takeChallenge(db, 'add');
  const parsed = readAnswer(answer, madeSchema);
  const credential = challenge && parsed && (await verified(parsed, challenge));
  if (!credential) return 'refused';
  const { error } = await db.rpc('add_passkey', {
    p_gate: siteGate(),
    p_label: name || kindTexts.passkey,
    p_credential_id: credential.id,
    p_public_key: Buffer.from(credential.publicKey).toString('base64url'),
    p_counter: credential.counter,
    p_transports: credential.transports ?? [],
  });
  if (error?.code === '23505') return 'known';
  if (error) throw new Error(`add_passkey: ${error.code} ${error.message}`);
  return 'added';
}

/** The library throws for everything that a stranger can get wrong. */
async function verified(response: RegistrationResponseJSON, expectedChallenge: string) {
  const { id, origin } = relyingParty();
  const result = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined);
  return result?.registrationInfo?.credential;
}
