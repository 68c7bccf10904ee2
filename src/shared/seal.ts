import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Longer than anything we seal ourselves, shorter than what servers accept as an address. */
const LONGEST = 12_000;

/**
 * A value as text for an address (base64url), compressed and encrypted with AES-256-GCM: it can be neither read nor
 * changed without the key. Forms keep their answers in it between pages: nothing is stored on the server before the
 * last press of the button, nothing in the browser ever, and back and reload are ordinary page views.
 */
export function seal(value: unknown, key: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(deflateRawSync(JSON.stringify(value))), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** The value again, or undefined for anything that this key did not seal or that is longer than `longest`. Never throws. */
export function unseal(text: string, key: Buffer, longest = LONGEST): unknown {
  if (text.length === 0 || text.length > longest) return undefined;
  try {
    const bytes = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(bytes.subarray(12, 28));
    const body = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    return JSON.parse(inflateRawSync(body, { maxOutputLength: Math.max(64_000, longest) }).toString('utf8'));
  } catch {
    return undefined;
  }
}
