import { paths } from '../../paths.ts';
import { bodyFault } from './body.ts';
import { plainAnswer } from './plain-answer.ts';

/** These callers have no Origin and carry a proof of their own: a signature or the job secret. */
const OWN_PROOF: readonly string[] = [paths.webhooks.resend, ...Object.values(paths.jobs)];

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
  // An action runs on whatever page it is posted to, so only the bare address is excused.
  const excused = OWN_PROOF.includes(url.pathname) && url.search === '';
  if (!excused && !isOwn(request.headers.get('origin'), siteUrl)) return plainAnswer(403);
  const fault = await bodyFault(request);
  return fault && plainAnswer(fault);
}

/** The setting alone says which site this is: what a request calls its host is for the sender to choose. */
function isOwn(origin: string | null, siteUrl: string): boolean {
  const own = new URL(siteUrl);
  if (origin === own.origin) return true;
  // The demo is the same site under each of this machine's names.
  return isLoopback(own.hostname) && origin === `http://127.0.0.1:${own.port}`;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1';
}
