import { z } from 'zod';

const address = z.string().regex(/^(?:[^<>]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/);
const addresses = z.union([address.transform((one) => [one]), z.array(address).min(1).max(50)]);

/** What Resend's API takes for one mail, as far as the product uses it. */
export const mailSchema = z
  .object({
    from: address,
    to: addresses,
    subject: z.string().min(1).max(998),
    html: z.string().optional(),
    text: z.string().optional(),
    cc: addresses.optional(),
    bcc: addresses.optional(),
    reply_to: addresses.optional(),
    attachments: z
      .array(
        z.object({ filename: z.string().min(1).max(200), content: z.base64(), content_type: z.string().max(200).optional() }),
      )
      .optional(),
    headers: z.record(z.string(), z.string()).optional(),
    tags: z.array(z.object({ name: z.string().regex(/^[\w-]{1,256}$/), value: z.string().regex(/^[\w-]{1,256}$/) })).optional(),
  })
  .refine((mail) => mail.html !== undefined || mail.text !== undefined, 'Missing `html` or `text` field.');

export type Mail = z.infer<typeof mailSchema>;

export type Message = {
  id: string;
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  /** `content` in base64. None in what arrived before there were any. */
  attachments?: { filename: string; contentType: string; content: string }[];
  headers: Record<string, string>;
  tags: Record<string, string>;
  /** UTC, ISO 8601. */
  createdAt: string;
  idempotencyKey: string | null;
};

export function arrived(mail: Mail, id: string, at: Date, idempotencyKey: string | null): Message {
  return {
    id,
    from: mail.from,
    to: [...mail.to, ...(mail.cc ?? []), ...(mail.bcc ?? [])],
    subject: mail.subject,
    html: mail.html ?? '',
    text: mail.text ?? '',
    attachments: (mail.attachments ?? []).map(({ filename, content, content_type = 'application/octet-stream' }) => ({
      filename,
      content,
      contentType: content_type,
    })),
    headers: { ...mail.headers, ...(mail.reply_to && { 'Reply-To': mail.reply_to.join(', ') }) },
    tags: Object.fromEntries((mail.tags ?? []).map(({ name, value }) => [name, value])),
    createdAt: at.toISOString(),
    idempotencyKey,
  };
}
