import { bodyFault } from './body.ts';
import { plainAnswer } from './plain-answer.ts';

/** These callers have no Origin and carry a proof of their own: a signature or the job secret. */
const OWN_PROOF = ['/api/webhooks/', '/api/jobb/'];

/**
 * What is turned away before anything is run: methods that the site does not use, posts from other sites, and bodies that
 * are too large or cannot be read. Undefined when the request may come in; its body is then still unread.
 */
export async function refusal(request: Request, siteUrl: string): Promise<Response | undefined> {
  const { method } = request;
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (method !== 'POST') return plainAnswer(405);
  const url = new URL(request.url);
  // Forms post to pages; nothing calls an action by itself, so that way in is shut.
  if (url.pathname.startsWith('/_actions/')) return plainAnswer(405);
  if (!OWN_PROOF.some((path) => url.pathname.startsWith(path)) && !isOwn(request.headers.get('origin'), url, siteUrl)) {
    return plainAnswer(403);
  }
  const fault = await bodyFault(request);
  return fault && plainAnswer(fault);
}

/** The address in the request can be http behind a proxy that ends TLS; then the setting tells the real one. */
function isOwn(origin: string | null, url: URL, siteUrl: string): boolean {
  return origin !== null && (origin === url.origin || origin === new URL(siteUrl).origin);
}
