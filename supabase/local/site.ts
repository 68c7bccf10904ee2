import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants } from 'node:zlib';
import compression from 'compression';
import sirv, { type RequestHandler } from 'sirv';
import { largestBody } from '../../src/shared/http/body.ts';
import { plainAnswer } from '../../src/shared/http/plain-answer.ts';
import { DRAWING_POLICY, securityHeaders } from '../../src/shared/http/security-headers.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The built site: its files, its pages and the headers of both. Reads its settings from process.env. */
export async function builtSite(siteUrl: string, dist = 'dist'): Promise<RequestListener> {
  const { handler } = (await import(pathToFileURL(resolve(dist, 'server/entry.mjs')).href)) as { handler: Handler };
  const pack = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } } });
  const headers = Object.entries(securityHeaders(siteUrl));
  // `dev` looks at the disk at every request: a build that comes under a running server changes or removes files.
  const options = { dev: true, etag: true, brotli: true, gzip: true, extensions: [], setHeaders: keep };
  const files = unbreakable(sirv(join(dist, 'client'), options));

  return (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const fault = unfit(request);
    if (fault) {
      void refuse(request, response, fault);
      return;
    }
    const page = () => {
      pack(request as never, response as never, () => {
        handler(request, response).catch((error: unknown) => {
          console.error(`Ett svar gick förlorat: ${error instanceof Error ? error.name : 'okänt fel'}`);
          response.destroy();
        });
      });
    };
    if (request.method === 'POST') page();
    else files(request, response, page);
  };
}

/** A file that disappears between the look and the reading costs one answer, and not the process. */
function unbreakable(files: RequestHandler): RequestHandler {
  return (request, response, next) => {
    response.once('pipe', (file) => file.once('error', () => response.destroy()));
    try {
      files(request, response, next);
    } catch {
      void next?.();
    }
  };
}

/** What Astro cannot even make a Request of, and bodies that say themselves that they are too large. */
function unfit(request: IncomingMessage): 400 | 405 | 413 | undefined {
  if (!['GET', 'HEAD', 'POST'].includes(request.method ?? '')) return 405;
  if (!request.headers.host || !request.url?.startsWith('/')) return 400;
  const address = `http://${request.headers.host}${request.url}`;
  if (!URL.canParse(address)) return 400;
  return Number(request.headers['content-length'] ?? 0) > largestBody(new URL(address).pathname) ? 413 : undefined;
}

async function refuse(request: IncomingMessage, response: ServerResponse, status: 400 | 405 | 413): Promise<void> {
  const answer = plainAnswer(status);
  // Nobody reads the rest of the body, so the connection cannot be used again.
  response.writeHead(status, { ...Object.fromEntries(answer.headers), 'Cache-Control': 'no-store', Connection: 'close' });
  response.end(await answer.text(), () => request.destroy());
}

/** A name in _astro changes with its content; other files may be changed under the same name. */
function keep(response: ServerResponse, path: string): void {
  if (path.endsWith('.svg')) response.setHeader('Content-Security-Policy', DRAWING_POLICY);
  response.setHeader(
    'Cache-Control',
    path.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  );
}
