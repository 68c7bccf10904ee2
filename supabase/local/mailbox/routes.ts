import type { IncomingMessage } from 'node:http';
import type { Accepted, Request } from './accept.ts';
import { type Answer, css, download, html, json, mailHtml } from './answer.ts';
import { type Authenticators, authenticatorPage, shownAt } from './authenticators.ts';
import type { faultMode } from './faults.ts';
import type { Message } from './message.ts';
import { listPage, messagePage, missingPage } from './pages.ts';
import { ResendError } from './resend-error.ts';
import type { Store } from './store.ts';

export type Parts = {
  store: Store;
  accept: (request: Request) => Promise<Accepted>;
  tell: (accepted: Accepted) => void;
  faults: ReturnType<typeof faultMode>;
  apiKey: string;
  style: string;
  authenticators: Authenticators;
  clock: () => Date;
};

export type Call = { request: IncomingMessage; message: Message | undefined; part: number };

/** What the mailbox answers to, by method and path; `:id` is a mail's, `:part` one of what it brings. */
export function routesOf({
  store,
  accept,
  tell,
  faults,
  apiKey,
  style,
  authenticators,
  clock,
}: Parts): Record<string, (call: Call) => Answer | Promise<Answer>> {
  const send = async (request: IncomingMessage, batch: boolean): Promise<{ id: string }[]> => {
    authorize(request, apiKey);
    const body = await read(request);
    const key = request.headers['idempotency-key'];
    const fault = faults.next();
    if (fault && !fault.accepts) throw fault.error;
    const accepted = await accept({ body, batch, key: typeof key === 'string' ? key : null });
    tell(accepted);
    if (fault) throw fault.error;
    return accepted.messages.map(({ id }) => ({ id }));
  };

  return {
    'POST /emails': async ({ request }) => json(200, (await send(request, false))[0]),
    'POST /emails/batch': async ({ request }) => json(200, { data: await send(request, true) }),
    'GET /emails/:id': ({ request, message }) => {
      authorize(request, apiKey);
      if (!message) throw new ResendError('not_found', 'Email not found');
      return json(200, told(message));
    },
    'GET /api/messages': () => json(200, store.messages()),
    'POST /api/faults': async ({ request }) => json(200, faults.set(request.headers['content-type'], await read(request))),
    'GET /': () => html(200, listPage(store.messages())),
    'GET /brev/:id': ({ message }) => (message ? html(200, messagePage(message)) : html(404, missingPage)),
    'GET /brev/:id/html': ({ message }) => (message ? mailHtml(message.html) : html(404, missingPage)),
    'GET /brev/:id/bilaga/:part': ({ message, part }) => {
      const file = message?.attachments?.[part];
      return file ? download(file.filename, file.contentType, file.content) : html(404, missingPage);
    },
    'GET /autentiserare': ({ request }) => {
      const shown = shownAt(authenticators, clock());
      const still = request.url?.endsWith('?stilla') === true;
      const page = html(200, authenticatorPage(shown, still));
      // As the codes change, not before: nobody's reading is cut off for nothing.
      return still ? page : { ...page, refresh: shown[0]?.secondsLeft ?? 30 };
    },
    'GET /api/authenticators': () => json(200, shownAt(authenticators, clock())),
    'GET /brevlada.css': () => css(style),
  };
}

function authorize(request: IncomingMessage, apiKey: string): void {
  const given = request.headers.authorization?.replace(/^Bearer /, '');
  if (!given) throw new ResendError('missing_api_key', 'Missing API Key');
  if (given !== apiKey) throw new ResendError('invalid_api_key', 'API key is invalid');
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function told({ id, from, to, subject, html: body, text: plain, createdAt, tags }: Message) {
  return {
    object: 'email',
    id,
    from,
    to,
    subject,
    html: body,
    text: plain,
    created_at: createdAt,
    last_event: 'delivered',
    tags,
  };
}
