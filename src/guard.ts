import { getActionContext } from 'astro:actions';
import type { APIContext } from 'astro';
import { paths } from './paths.ts';
import { admission, areaOf, maySend } from './shared/auth/entrance.ts';
import { KEPT, keepForm, pageOf, takeForm, withKept } from './shared/auth/kept-form.ts';
import { type Person, personOf } from './shared/auth/person.ts';
import { readSession, type Session } from './shared/auth/session.ts';
import { plainAnswer } from './shared/http/plain-answer.ts';

/** Forms that a stranger may send. Every other action has somebody signed in behind it. */
const FOR_STRANGERS: readonly string[] = ['interest', 'signIn', 'booking', 'visit', 'certificate'];

/** Lets in who may come in to the pages behind the sign-in; undefined when the request may go on. */
export async function guard(context: APIContext): Promise<Response | undefined> {
  const personal = personalForm(context);
  if (!areaOf(context.url.pathname) && !personal) return undefined;
  const before = readSession(context.cookies);
  const person = await personOf(context.cookies);
  const here = pageOf(context.url);
  if (!person && before) return await signInAgain(context, here, before);
  context.locals.person = person;

  const kept = context.url.searchParams.has(KEPT) || (await keptBeforeSecondFactor(context, here, person));
  // Who is sent on to the second factor comes back to what was kept for them.
  const stopped = await stop(context, kept ? withKept(here) : here, person);
  if (stopped) return stopped;
  if (isForOthers(personal, person)) return plainAnswer(403);
  if (person && kept) context.locals.kept = await takeForm(person.db, here);
  return undefined;
}

/** Who may not come in is sent to where they can, or is told that nothing is here. */
async function stop(context: APIContext, here: string, person: Person | undefined): Promise<Response | undefined> {
  const admitted = admission(context.url.pathname, here, person?.visitor);
  if (admitted.to === 'turn away') return await context.rewrite(new Request(new URL('/404', context.url)));
  if (admitted.to !== 'redirect') return undefined;
  // A form from whoever is signed out went nowhere, and they are told so.
  const unsent = context.request.method === 'POST' && person === undefined;
  return context.redirect(unsent ? paths.signIn(here, 'oskickat') : admitted.address, 303);
}

function isForOthers(form: string | undefined, person: Person | undefined): boolean {
  return form !== undefined && !(person && maySend(form, person.visitor));
}

/** The name of the form that is sent, when somebody signed in must stand behind it. */
function personalForm(context: APIContext): string | undefined {
  const name = getActionContext(context).action?.name;
  return name === undefined || FOR_STRANGERS.includes(name.split('.')[0] ?? '') ? undefined : name;
}

/** A form from staff whose second factor has run out meanwhile: kept like any other that cannot be let in. */
async function keptBeforeSecondFactor(context: APIContext, here: string, person: Person | undefined): Promise<boolean> {
  const runOut =
    context.request.method === 'POST' && areaOf(context.url.pathname) === 'desk' && person?.visitor.staff?.verified === false;
  return runOut && (await keepForm(person.session, here, context.request.clone().formData()));
}

/** The session has ended meanwhile. What a form brought is kept where that can be done, and waits on its page. */
async function signInAgain(context: APIContext, here: string, before: Session): Promise<Response> {
  if (context.url.pathname.startsWith('/api/')) return Response.json({ error: 'signed_out' }, { status: 401 });
  if (context.request.method !== 'POST') return context.redirect(paths.signIn(here, 'borta'), 303);
  const kept = await keepForm(before, here, context.request.clone().formData());
  return context.redirect(paths.signIn(here, kept ? 'slut' : 'igen'), 303);
}
