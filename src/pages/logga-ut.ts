import type { APIRoute } from 'astro';
import { leave } from '../features/sign-in/leave.ts';
import { paths } from '../paths.ts';
import { forgetSession, readSession } from '../shared/auth/session.ts';

/** Ends this session at once; with `overallt` all others of the same person too. */
export const POST: APIRoute = async ({ cookies, request, redirect }) => {
  const session = readSession(cookies);
  const everywhere = request.headers.get('content-type')?.includes('form') ? (await request.formData()).has('overallt') : false;
  if (session) await leave(session, everywhere);
  forgetSession(cookies);
  return redirect(paths.signIn(undefined, 'ut'), 303);
};

/** A link or a reload: nothing ends by being looked at. */
export const GET: APIRoute = ({ redirect }) => redirect(paths.signIn(), 303);
