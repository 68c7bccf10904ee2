import { Resend, type WebhookEventPayload } from 'resend';
import { z } from 'zod';
import { jobDb } from '../../src/shared/db/clients.ts';
import { env } from '../../src/shared/env.ts';
import { logFault } from '../../src/shared/http/log.ts';

/** What Resend's events mean for the outbox; other events are thanked for and left. */
const KINDS = {
  'email.delivered': 'delivered',
  'email.bounced': 'bounced',
  'email.failed': 'bounced',
  'email.suppressed': 'bounced',
  'email.complained': 'complained',
} as const;

const body = z.object({
  type: z.string(),
  created_at: z.string(),
  data: z.object({ tags: z.object({ mail: z.uuid() }) }),
});

/** Resend's news of a mail, signed. 401 when the signature does not hold; 503 makes Resend come back later. */
export async function resendWebhook(request: Request): Promise<Response> {
  const event = verified(await request.text(), request.headers);
  if (!event) return new Response('Signaturen stämmer inte', { status: 401 });
  const parsed = body.safeParse(event);
  const kind = parsed.success ? KINDS[parsed.data.type as keyof typeof KINDS] : undefined;
  if (!parsed.success || !kind) return new Response(null, { status: 204 });
  const { error } = await jobDb().rpc('record_mail_event', {
    p_event: request.headers.get('svix-id') ?? '',
    p_mail: parsed.data.data.tags.mail,
    p_kind: kind,
    p_at: new Date(parsed.data.created_at).toISOString(),
  });
  if (!error) return new Response(null, { status: 204 });
  return Response.json({ error: logFault(new Error(`record_mail_event: ${error.code} ${error.message}`)) }, { status: 503 });
}

function verified(payload: string, headers: Headers): WebhookEventPayload | undefined {
  const header = (name: string) => headers.get(name) ?? '';
  try {
    return new Resend(env().RESEND_API_KEY).webhooks.verify({
      payload,
      headers: { id: header('svix-id'), timestamp: header('svix-timestamp'), signature: header('svix-signature') },
      webhookSecret: env().RESEND_WEBHOOK_SECRET,
    });
  } catch {
    return undefined;
  }
}
