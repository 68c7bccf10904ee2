import { defineMiddleware } from 'astro:middleware';
import type { APIContext } from 'astro';
import { answerForm } from './answer.ts';
import { guard } from './guard.ts';
import { logFault } from './shared/http/log.ts';
import { plainAnswer } from './shared/http/plain-answer.ts';

/** Catches what nobody expected: one line in the log, and a page with the line's id and nothing of its insides. */
export const onRequest = defineMiddleware(async (context, next) => {
  // The error page is rendered through here too; when it fails itself, the plain answer is what is left.
  if (context.locals.errorId) return next();
  // Drawn while building: nobody asks, and nothing of the surroundings is set.
  if (context.isPrerendered) return next();
  try {
    return (await guard(context)) ?? (await answerForm(context)) ?? (await whole(await next()));
  } catch (error) {
    context.locals.errorId = logFault(error);
    return errorPage(context, context.locals.errorId);
  }
});

/** A page is sent when it is finished: what fails half-way through is then still an error page, not half a page. */
async function whole(response: Response): Promise<Response> {
  if (!response.body || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(await response.arrayBuffer(), response);
}

async function errorPage(context: APIContext, errorId: string): Promise<Response> {
  if (context.url.pathname.startsWith('/api/')) return Response.json({ error: 'unexpected', id: errorId }, { status: 500 });
  try {
    const page = await context.rewrite(new Request(new URL('/500', context.url)));
    return page.status === 404
      ? plainAnswer(500, errorId)
      : new Response(await page.arrayBuffer(), { status: 500, headers: page.headers });
  } catch (error) {
    logFault(error);
    return plainAnswer(500, errorId);
  }
}
