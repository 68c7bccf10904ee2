import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import type { z } from 'zod';
import { type Db, siteGate } from '../../shared/db/clients.ts';
import { env } from '../../shared/env.ts';
import type { OwnFactors, Passkey } from './second-factor.schema.ts';

export type Purpose = 'add' | 'use';

/** EdDSA, ES256 and RS256: what devices have. Named here, for the library asks Node about a newer one, and Node warns. */
export const ALGORITHMS = [-8, -7, -257];

/** Whom a passkey is made for, and from where it may be used: this site and no other. */
export function relyingParty(): { id: string; origin: string } {
  const { hostname, origin } = new URL(env().SITE_URL);
  return { id: hostname, origin };
}

/**
 * What a browser needs to make a passkey, with a challenge that the database keeps for this session. The device must ask for
 * finger, face or PIN (`required`): mail and passkey often live in the same telephone, and one left unlocked must not open
 * both steps. It need not prove its maker (`none`): that would tell which model each of us carries, and we refuse none.
 */
export async function passkeyToAdd(db: Db, own: OwnFactors) {
  const options = await generateRegistrationOptions({
    rpName: 'GFO familjehem',
    rpID: relyingParty().id,
    userID: new TextEncoder().encode(own.staffId),
    userName: own.email,
    userDisplayName: own.name,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    excludeCredentials: passkeysOf(own).map(asCredential),
  });
  await keepChallenge(db, 'add', options.challenge);
  return options;
}

/** What a browser needs to use one of the person's passkeys; undefined when they have none. */
export async function passkeyToUse(db: Db, own: OwnFactors) {
  const passkeys = passkeysOf(own);
  if (passkeys.length === 0) return undefined;
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    userVerification: 'required',
    allowCredentials: passkeys.map(asCredential),
  });
  await keepChallenge(db, 'use', options.challenge);
  return options;
}

export function passkeysOf({ factors }: OwnFactors): Passkey[] {
  return factors.filter((factor) => factor.kind === 'passkey');
}

/** What the browser's script put in the form; undefined for anything else. */
export function readAnswer<T>(text: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The challenge that this session was given, once; undefined when it is used or older than five minutes. */
export async function takeChallenge(db: Db, purpose: Purpose): Promise<string | undefined> {
  const { data, error } = await db.rpc('take_challenge', { p_gate: siteGate(), p_purpose: purpose });
  if (error) throw new Error(`take_challenge: ${error.code} ${error.message}`);
  return data ?? undefined;
}

async function keepChallenge(db: Db, purpose: Purpose, challenge: string): Promise<void> {
  const { error } = await db.rpc('keep_challenge', { p_gate: siteGate(), p_purpose: purpose, p_challenge: challenge });
  if (error) throw new Error(`keep_challenge: ${error.code} ${error.message}`);
}

function asCredential({ credentialId, transports }: Passkey) {
  return { id: credentialId, ...(transports && { transports }) };
}
