import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { arrived, type Mail, type Message, mailSchema } from './message.ts';
import { ResendError } from './resend-error.ts';
import type { Entry, Store } from './store.ts';

/** The sender's domain that plays one whose owner has not verified it with Resend, or not yet again. */
const UNVERIFIED = /@(overifierad\.example)>?$/;
const REMEMBERED = 24 * 60 * 60 * 1000;

export type Request = { body: string; key: string | null; batch: boolean };
export type Accepted = { messages: Message[]; isNew: boolean };

/** Takes in mails as Resend does: a key is remembered for 24 hours, and the same key with the same body brings nothing new. */
export function acceptor(store: Store, clock: () => Date) {
  const busy = new Set<string>();

  const keep = async (mails: Mail[], digest: string, key: string | null): Promise<Accepted> => {
    const at = clock();
    const messages = mails.map((mail) => arrived(mail, randomUUID(), at, key));
    await store.append({ at: at.toISOString(), key, digest, messages });
    return { messages, isNew: true };
  };

  return async ({ body, key, batch }: Request): Promise<Accepted> => {
    const mails = parse(body, batch);
    requireVerified(mails);
    const digest = createHash('sha256').update(`${batch}\n${body}`).digest('hex');
    if (key === null) return keep(mails, digest, key);
    if (key.length < 1 || key.length > 256)
      throw new ResendError('invalid_idempotency_key', 'The key must be 1 to 256 characters.');
    if (busy.has(key)) throw new ResendError('concurrent_idempotent_requests', 'The same key is being used by another request.');
    const before = store.withKey(key);
    if (before && clock().getTime() - Date.parse(before.at) < REMEMBERED) return again(before, digest);
    busy.add(key);
    try {
      return await keep(mails, digest, key);
    } finally {
      busy.delete(key);
    }
  };
}

function again(before: Entry, digest: string): Accepted {
  if (before.digest === digest) return { messages: before.messages, isNew: false };
  throw new ResendError('invalid_idempotent_request', 'The key has been used with another body.');
}

function requireVerified(mails: Mail[]): void {
  const domain = mails.map(({ from }) => UNVERIFIED.exec(from)?.[1]).find(Boolean);
  if (!domain) return;
  const told = `The ${domain} domain is not verified. Please, add and verify your domain on https://resend.com/domains`;
  throw new ResendError('validation_error', told, 403);
}

function parse(body: string, batch: boolean): Mail[] {
  const shape = batch ? z.array(mailSchema).min(1).max(100) : mailSchema.transform((mail) => [mail]);
  const parsed = shape.safeParse(json(body));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ResendError('validation_error', `Invalid \`${issue?.path.join('.')}\` field. ${issue?.message}`);
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ResendError('validation_error', 'The body is not JSON.');
  }
}
