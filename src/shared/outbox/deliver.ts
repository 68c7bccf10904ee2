import type { Resend } from 'resend';

export type Attachment = { filename: string; contentType: string; content: Buffer };
export type Letter = { to: string; from: string; subject: string; html: string; text: string; attachments?: Attachment[] };
export type Delivered =
  | { ok: true; providerId: string }
  | { ok: false; failure: 'temporary' | 'busy' | 'permanent'; error: string };

/**
 * What trying again cannot mend: the letter itself is refused. The same names come with 403 when it is the account that is
 * not ready (a domain that is not verified yet), and that can be mended while the mail waits.
 */
const REFUSED = new Set([400, 422]);

/**
 * Hands one letter to Resend. The key makes a second try within 24 hours harmless: Resend answers as the first time and
 * sends nothing. Never throws; `error` holds Resend's own name of the fault, never an address.
 */
export async function deliver(resend: Resend, letter: Letter, key: string, tag: string): Promise<Delivered> {
  try {
    const { data, error } = await resend.emails.send(
      { ...letter, tags: [{ name: 'mail', value: tag }] },
      { idempotencyKey: key },
    );
    if (data) return { ok: true, providerId: data.id };
    // Sent before with the same key, by a version of the site that worded it otherwise: it has arrived, once.
    if (error.name === 'invalid_idempotent_request') return { ok: true, providerId: 'earlier' };
    const failure = error.statusCode === 429 ? 'busy' : REFUSED.has(error.statusCode ?? 0) ? 'permanent' : 'temporary';
    return { ok: false, failure, error: `${error.name} ${error.statusCode ?? ''}`.trim() };
  } catch (error) {
    return { ok: false, failure: 'temporary', error: error instanceof Error ? error.name : 'unknown' };
  }
}
