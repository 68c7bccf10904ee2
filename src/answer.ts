import { getActionContext } from 'astro:actions';
import type { APIContext } from 'astro';
import { server } from './actions/index.ts';
import { pageOf } from './shared/auth/kept-form.ts';
import { openRefusal, sealRefusal, TOLD } from './shared/auth/refusal.ts';
import { sessionIdOf } from './shared/auth/session.ts';
import { plainAnswer } from './shared/http/plain-answer.ts';

type Actions = ReturnType<typeof getActionContext>;

/**
 * Runs the form that was sent, if any, and lets the page know how it went. A refused one is told on a page view of its own;
 * undefined when the page may go on. Throws what the form's action did not expect.
 */
export async function answerForm(context: APIContext): Promise<Response | undefined> {
  const actions = getActionContext(context);
  const { action } = actions;
  if (action?.calledFrom !== 'form') {
    tellRefusal(context, actions);
    return undefined;
  }
  if (!isKnown(action.name)) return context.rewrite(new Request(new URL('/404', context.url)));
  const result = await action.handler();
  // Astro would hand the page an error with the database's own words in it, and log nothing.
  if (result.error?.code === 'INTERNAL_SERVER_ERROR') throw result.error;
  if (result.error?.code === 'UNSUPPORTED_MEDIA_TYPE') return plainAnswer(415);
  const serialized = actions.serializeActionResult(result);
  const told = isRefused(result.data) && toldAddress(context, { name: action.name, result: serialized });
  if (told) return context.redirect(told, 303);
  actions.setActionResult(action.name, serialized);
  return undefined;
}

function tellRefusal(context: APIContext, actions: Actions): void {
  const refusal = openRefusal(context.url.searchParams.get(TOLD), whose(context));
  if (refusal && isKnown(refusal.name)) actions.setActionResult(refusal.name, refusal.result);
}

const isRefused = (data: unknown) => typeof data === 'object' && data !== null && 'ok' in data && data.ok === false;

/** These have a way of their own to the same end: they keep all their answers in the address anyway. */
const IN_ADDRESS = /^(interest\.|booking\.(choose|book)$)/;

function toldAddress(context: APIContext, answer: { name: string; result: unknown }): string | undefined {
  if (IN_ADDRESS.test(answer.name)) return undefined;
  const page = pageOf(context.url);
  const sealed = sealRefusal(answer, whose(context));
  return sealed && `${page}${page.includes('?') ? '&' : '?'}${TOLD}=${sealed}`;
}

const whose = ({ locals }: APIContext) => locals.person && sessionIdOf(locals.person.session);

/** Astro trips over a name that is only half of one, and over what every function has. */
function isKnown(name: string): boolean {
  const [feature = '', verb = '', ...more] = name.split('.');
  const verbs = Object.entries(server).find(([known]) => known === feature)?.[1];
  return more.length === 0 && verbs !== undefined && Object.keys(verbs).includes(verb);
}
