import { createHmac } from 'node:crypto';
import type { Message } from './message.ts';

export type WebhookTarget = { url: string; secret: string };

const PATIENCE = [0, 1_000, 5_000, 15_000];

/** Tells the site what became of the mail, signed as Resend signs, and again a few times when the site does not answer. */
export async function tellSite(message: Message, target: WebhookTarget): Promise<void> {
  const body = JSON.stringify(event(message));
  for (const wait of PATIENCE) {
    await new Promise((resolve) => setTimeout(resolve, wait).unref());
    const answer = await fetch(target.url, {
      method: 'POST',
      body,
      headers: signed(`msg_${message.id}`, body, target.secret),
    }).catch(() => undefined);
    // An answer that breaks off half-way is nobody's business here, and must not end the process.
    await answer?.body?.cancel().catch(() => undefined);
    if (answer?.ok) return;
  }
}

/** Resend's own test addresses decide what happens; every other mail is delivered. A label may follow a plus sign. */
function event(message: Message) {
  const what = /^(?:.*<)?(bounced|complained)(?:\+[^@]*)?@resend\.dev>?$/.exec(message.to[0] ?? '')?.[1] ?? 'delivered';
  const bounce = { type: 'Permanent', subType: 'General', message: 'The recipient does not exist.' };
  return {
    type: `email.${what}`,
    created_at: new Date().toISOString(),
    data: {
      email_id: message.id,
      message_id: `<${message.id}@mailbox.local>`,
      created_at: message.createdAt,
      from: message.from,
      to: message.to,
      subject: message.subject,
      tags: message.tags,
      ...(what === 'bounced' && { bounce }),
    },
  };
}

function signed(id: string, body: string, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'Content-Type': 'application/json',
    'svix-id': id,
    'svix-timestamp': timestamp,
    'svix-signature': `v1,${signature}`,
  };
}
