import type { Resend } from 'resend';

export type Letter = { to: string; from: string; subject: string; html: string; text: string };
export type Delivered = { ok: true; providerId: string } | { ok: false; permanent: boolean; error: string };

/** What trying again cannot mend: the address or the letter itself is refused. Everything else may pass later. */
const PERMANENT = new Set([
  'validation_error',
  'invalid_parameter',
  'missing_required_field',
  'invalid_attachment',
  'invalid_idempotency_key',
]);

/**
 * Hands one letter to Resend. The key makes a second try within 24 hours harmless: Resend answers as the first time and
 * sends nothing. Never throws; `error` holds Resend's own name of the fault, never an address.
 */
export async function deliver(resend: Resend, letter: Letter, key: string, mailId: string): Promise<Delivered> {
  try {
    const { data, error } = await resend.emails.send(
      { ...letter, tags: [{ name: 'mail', value: mailId }] },
      { idempotencyKey: key },
    );
    if (data) return { ok: true, providerId: data.id };
    // Sent before with the same key, by a version of the site that worded it otherwise: it has arrived, once.
    if (error.name === 'invalid_idempotent_request') return { ok: true, providerId: 'earlier' };
    return { ok: false, permanent: PERMANENT.has(error.name), error: `${error.name} ${error.statusCode ?? ''}`.trim() };
  } catch (error) {
    return { ok: false, permanent: false, error: error instanceof Error ? error.name : 'unknown' };
  }
}
