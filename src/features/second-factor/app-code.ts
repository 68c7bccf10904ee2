import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import { seal, unseal } from '../../shared/seal.ts';

/** What every authenticator app understands without asking: SHA-1, six digits, thirty seconds. */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const ISSUER = 'GFO familjehem';

/** One step back and one ahead: clocks go wrong, and people write slowly. */
const WINDOW = 1;

const sealedSchema = z.object({ for: z.literal('app'), staffId: z.uuid(), secret: z.string() });

/** 160 bits in base32, as RFC 4226 recommends. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The 30-second step that the code belongs to, if it is one of the three around `now`; undefined otherwise. */
export function stepOf(code: string, secret: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const timestamp = now.getTime();
  const delta = totp(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : TOTP.counter({ period: KIND.period, timestamp }) + delta;
}

/** What an authenticator shows at `now`, and for how many seconds more. */
export function codeAt(secret: string, now: Date): { code: string; secondsLeft: number } {
  const timestamp = now.getTime();
  const left = TOTP.remaining({ period: KIND.period, timestamp });
  return { code: totp(secret).generate({ timestamp }), secondsLeft: Math.ceil(left / 1000) };
}

/** What the picture says to the app, and what a telephone opens it with. */
export function otpauthLink(secret: string, email: string): string {
  return totp(secret, email).toString();
}

/** The secret in groups of four, to be typed by hand. */
export function inGroups(secret: string): string {
  return secret.replace(/.{4}(?=.)/g, '$& ');
}

/** The secret as it is stored: sealed, and bound to its owner, so that it opens nothing in another person's row. */
export function sealSecret(secret: string, staffId: string, key: Buffer): string {
  return seal({ for: 'app', staffId, secret } satisfies z.infer<typeof sealedSchema>, key);
}

export function openSecret(sealed: string, staffId: string, key: Buffer): string | undefined {
  const parsed = sealedSchema.safeParse(unseal(sealed, key));
  return parsed.success && parsed.data.staffId === staffId ? parsed.data.secret : undefined;
}

function totp(secret: string, label = ''): TOTP {
  return new TOTP({ ...KIND, issuer: ISSUER, label, secret: Secret.fromBase32(secret) });
}
