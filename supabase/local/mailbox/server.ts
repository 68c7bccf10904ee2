import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { isForLoopback, type Listening, listenOnLoopback } from '../listen.ts';
import { type Accepted, acceptor } from './accept.ts';
import { type Answer, refusal, text, write } from './answer.ts';
import type { Authenticators } from './authenticators.ts';
import { faultMode } from './faults.ts';
import { ResendError } from './resend-error.ts';
import { routesOf } from './routes.ts';
import { openStore } from './store.ts';
import { tellSite, type WebhookTarget } from './webhook.ts';

export type MailboxOptions = {
  /** 0 takes a free port. */
  port: number;
  /** The JSONL file that keeps what arrived. */
  file: string;
  apiKey: string;
  /** Where the site hears what became of its mails; nowhere when left out. */
  webhook?: WebhookTarget;
  /** The demo's staff and their secrets; nobody's when left out. */
  authenticators?: Authenticators;
  clock?: () => Date;
};

export type Mailbox = Listening & { url: string };

const OF_A_MAIL = /^\/(?:brev|emails)\/([0-9a-f-]{36})(?:\/html|\/bilaga\/(\d{1,2}))?$/;

/** A stand-in for Resend: the part of its API that the product uses, and pages that show a person what arrived. */
export async function startMailbox({
  port,
  file,
  apiKey,
  webhook,
  authenticators = {},
  clock = () => new Date(),
}: MailboxOptions): Promise<Mailbox> {
  const store = await openStore(file);
  const tell = ({ messages, isNew }: Accepted) => {
    if (webhook && isNew) for (const message of messages) void tellSite(message, webhook);
  };
  const style = await readFile(new URL('mailbox.css', import.meta.url), 'utf8');
  const accept = acceptor(store, clock);
  const routes = routesOf({ store, accept, tell, faults: faultMode(), apiKey, style, authenticators, clock });

  const handle = async (request: IncomingMessage): Promise<Answer> => {
    if (!isForLoopback(request.headers.host)) return text(403, 'Bara för den här datorn.');
    const path = request.url?.split('?')[0] ?? '/';
    const [, id, part] = OF_A_MAIL.exec(path) ?? [];
    const named = (id ? path.replace(id, ':id') : path).replace(/\/bilaga\/\d+$/, '/bilaga/:part');
    const route = routes[`${request.method} ${named}`];
    if (!route) throw new ResendError('not_found', 'The endpoint does not exist');
    return await route({ request, message: id ? store.find(id) : undefined, part: Number(part) });
  };

  const listening = await listenOnLoopback((request, response) => {
    handle(request)
      .catch(refusal)
      .then((answer) => write(response, answer))
      .catch(() => response.destroy());
  }, port);

  return {
    port: listening.port,
    url: `http://localhost:${listening.port}`,
    close: async () => {
      await listening.close();
      await store.close();
    },
  };
}
