import type { ServerResponse } from 'node:http';
import { ResendError } from './resend-error.ts';

export type Answer = {
  status: number;
  type: string;
  body: string | Buffer;
  policy?: string;
  refresh?: number;
  filename?: string;
};

const OWN_PAGES =
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const MAILS_OWN_HTML =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

export const json = (status: number, value: unknown): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});
export const text = (status: number, body: string): Answer => ({ status, type: 'text/plain; charset=utf-8', body });
export const css = (body: string): Answer => ({ status: 200, type: 'text/css; charset=utf-8', body });
export const html = (status: number, body: string): Answer => ({ status, type: 'text/html; charset=utf-8', body });
/** What a mail brings is to be saved, and never shown as a page of the mailbox. */
export const download = (filename: string, type: string, content: string): Answer => ({
  status: 200,
  type,
  body: Buffer.from(content, 'base64'),
  filename,
});
/** A mail's HTML is a stranger's: it may be seen, and do nothing. Its links open beside the frame. */
export const mailHtml = (body: string): Answer => ({
  ...html(200, body.replace(/<head[^>]*>/i, '$&<base target="_blank">')),
  policy: MAILS_OWN_HTML,
});

export function refusal(error: unknown): Answer {
  const told = error instanceof ResendError ? error : new ResendError('internal_server_error', 'The mailbox failed.');
  return json(told.statusCode, told);
}

export function write(response: ServerResponse, { status, type, body, policy = OWN_PAGES, refresh, filename }: Answer): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    ...(filename !== undefined && { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(filename)}` }),
    ...(refresh !== undefined && { Refresh: String(refresh) }),
    ...(status === 429 && { 'Retry-After': '1' }),
  });
  response.end(body);
}
