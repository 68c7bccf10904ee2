import { Resend, type WebhookEventPayload } from 'resend';
import { z } from 'zod';
import { jobDb } from '../../src/shared/db/clients.ts';
import { env } from '../../src/shared/env.ts';
import { logFault, logNotice } from '../../src/shared/http/log.ts';

/** What Resend's events mean for the outbox; other events are thanked for and left. */
const KINDS = {
  'email.delivered': 'delivered',
  'email.bounced': 'bounced',
  'email.failed': 'bounced',
  'email.suppressed': 'bounced',
  'email.complained': 'complained',
} as const;

/** Our tag, `<mail's id>_<generation>`. Resend's pages show tags both as a record and as a list, so both are read. */
const tag = z.string().regex(/^[0-9a-f-]{36}_\d{1,6}$/);
const tags = z.union([
  z.object({ mail: tag }).transform(({ mail }) => mail),
  z
    .array(z.object({ name: z.string(), value: z.string() }))
    .transform((list) => list.find(({ name }) => name === 'mail')?.value)
    .pipe(tag),
]);
/** A mail with a code: nobody waits for its news, and a person who got none asks for another. */
const codeTag = z.string().regex(/^code_\d+$/);
const codeMail = z.object({
  data: z.object({
    tags: z.union([z.object({ mail: codeTag }), z.tuple([z.object({ name: z.literal('mail'), value: codeTag })])]),
  }),
});
const body = z.object({ type: z.string(), created_at: z.iso.datetime({ offset: true }), data: z.object({ tags }) });

/**
 * Resend's news of a mail, signed. 401 when the signature does not hold; 503 makes Resend come back later. News that means
 * something and cannot be read is logged, so that a changed form does not lose every bounce in silence.
 */
export async function resendWebhook(request: Request): Promise<Response> {
  const event = verified(await request.text(), request.headers);
  if (!event) return new Response('Signaturen stämmer inte', { status: 401 });
  const type = String(event.type);
  if (!Object.hasOwn(KINDS, type) || codeMail.safeParse(event).success) return new Response(null, { status: 204 });
  const parsed = body.safeParse(event);
  if (!parsed.success) {
    logNotice('webhook not understood', { type });
    return new Response(null, { status: 204 });
  }
  const [mail = '', generation = ''] = parsed.data.data.tags.split('_');
  const { error } = await jobDb().rpc('record_mail_event', {
    p_event: request.headers.get('svix-id') ?? '',
    p_mail: mail,
    p_generation: Number(generation),
    p_kind: KINDS[type as keyof typeof KINDS],
    p_at: parsed.data.created_at,
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
