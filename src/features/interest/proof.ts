import { randomInt } from 'node:crypto';
import { type Challenge, createChallenge, type Payload, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { derivedKey } from '../../shared/env.ts';

const MINUTES = 60;
const secret = () => derivedKey('proof').toString('hex');

/**
 * A small piece of work for the visitor's device (about half a second on a phone), bound to this one draft. It replaces
 * a captcha: a person never notices it, a flood of registrations becomes costly.
 */
export function createProofChallenge(draftId: string, now: Date): Promise<Challenge> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 4_000,
    counter: randomInt(60, 160),
    deriveKey,
    data: { draft: draftId },
    expiresAt: new Date(now.getTime() + MINUTES * 60_000),
    hmacSignatureSecret: secret(),
  });
}

/** Whether the text of the hidden field is a solved challenge for this draft. Never throws. */
export async function isProven(text: string, draftId: string): Promise<boolean> {
  try {
    const payload = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as Payload;
    if (payload.challenge.parameters.data?.draft !== draftId) return false;
    const { challenge, solution } = payload;
    return (await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: secret() })).verified;
  } catch {
    return false;
  }
}
