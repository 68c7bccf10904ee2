import type { APIRoute } from 'astro';
import { myHome } from '../features/my-home/my-home.queries.ts';
import { whyNoCode } from '../features/my-home/my-home.ts';
import { leave } from '../features/sign-in/leave.ts';
import { paths } from '../paths.ts';
import { personOf } from '../shared/auth/person.ts';
import { forgetSession, readSession } from '../shared/auth/session.ts';

/**
 * Ends this session at once; with `overallt` all others of the same person too. Who would get no code to come back with is asked
 * first, unless they say that they have been (`anda`).
 */
export const POST: APIRoute = async ({ cookies, request, redirect }) => {
  const form = request.headers.get('content-type')?.includes('form') ? await request.formData() : new FormData();
  const everywhere = form.has('overallt');
  const before = readSession(cookies);
  if (!form.has('anda')) {
    const person = await personOf(cookies);
    const isFamily = person?.visitor.adult && !person.visitor.staff;
    if (isFamily && whyNoCode(await myHome(person.db))) return redirect(paths.portal.signOutQuestion(everywhere), 303);
  }
  // Asking may have renewed it, or found it over: even so the others are ended.
  const session = readSession(cookies) ?? before;
  if (session) await leave(session, everywhere);
  forgetSession(cookies);
  return redirect(paths.signIn(undefined, 'ut'), 303);
};

/** A link or a reload: nothing ends by being looked at. */
export const GET: APIRoute = ({ redirect }) => redirect(paths.signIn(), 303);
