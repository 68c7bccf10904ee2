import type { APIRoute } from 'astro';
import { ownPath, paths } from '../../paths.ts';
import { areaOf } from '../../shared/auth/entrance.ts';
import { keepForm, pageOf } from '../../shared/auth/kept-form.ts';
import { readSession } from '../../shared/auth/session.ts';
import { field } from '../../shared/form/read.ts';

/**
 * Keeps what was typed on the page `sida`, whose session is about to end by itself, and says where to sign in again. It is no
 * sign of life, and a session that has just ended will do.
 */
export const POST: APIRoute = async ({ cookies, request, url }) => {
  if (!/form/.test(request.headers.get('content-type') ?? '')) return Response.json({ error: 'no_form' }, { status: 415 });
  const form = await request.formData();
  const address = ownPath(field(form, 'sida'));
  const page = address && new URL(address, url);
  if (!page || !areaOf(page.pathname))
    return Response.json({ error: 'no_such_page', next: paths.signIn(undefined, 'still') }, { status: 400 });
  const here = pageOf(page);
  const session = readSession(cookies);
  if (!session) return Response.json({ error: 'signed_out', next: paths.signIn(here, 'still') }, { status: 401 });
  form.delete('sida');
  const kept = !form.keys().next().done && (await keepForm(session, here, form));
  return Response.json({ kept, next: paths.signIn(here, kept ? 'tid' : 'still') });
};
