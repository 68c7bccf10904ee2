import { type ActionAPIContext, defineAction } from 'astro:actions';
import { ownPath, paths } from '../../paths.ts';
import { withKept } from '../../shared/auth/kept-form.ts';
import { writeSession } from '../../shared/auth/session.ts';
import { inSlots } from '../../shared/auth/slots.ts';
import { siteDb } from '../../shared/db/clients.ts';
import { derivedKey } from '../../shared/env.ts';
import { emailKey } from '../../shared/form/email.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { field } from '../../shared/form/read.ts';
import { after } from '../../shared/http/after.ts';
import { addressKey, networkKey, visitorAddress } from '../../shared/http/network.ts';
import { kick } from '../../shared/jobs/kick.ts';
import { askForCode } from './ask-for-code.ts';
import { openAsked, sealAsked } from './asked.ts';
import { openCodeLink } from './code-link.ts';
import { type Proved, prove } from './prove.ts';
import { codeSchema, emailSchema } from './sign-in.schema.ts';
import { faultTexts } from './sign-in.text.ts';

type AskResult = { ok: true; next: string } | { ok: false; typed: string; faults: Fault[]; status: 422 | 429 };
type EnterResult = { ok: true; next: string } | { ok: false; typed: string; faults: Fault[] };

/** Everything here answers in time slots: see `inSlots`. */
export const signIn = {
  /** Asks for a code. Whether the address is known shows in nothing. */
  ask: defineAction({
    accept: 'form',
    handler: (form, context): Promise<AskResult> =>
      inSlots(async () => {
        const typed = field(form, 'epost');
        const parsed = emailSchema.safeParse(typed);
        if (!parsed.success) return { ok: false, typed, faults: faultsOf(parsed.error.issues, 'epost'), status: 422 };
        const { value: email, address, key } = parsed.data;
        const next = ownPath(field(form, 'vidare'));
        const answer = await askForCode(siteDb(), {
          email: address,
          addressKey: addressKey(key),
          networkKey: networkKey(visitorAddress(context)),
          next,
        });
        if (answer.outcome === 'limited')
          return { ok: false, typed, faults: [{ name: 'epost', text: faultTexts.limited }], status: 429 };
        if (answer.outcome === 'accepted') after(kick(paths.jobs.codes));
        const asked = { email, address, key, askedAt: Date.now(), nextAt: Date.parse(answer.nextAt), ...(next && { next }) };
        return { ok: true, next: paths.signInCode(sealAsked(asked), answer.outcome === 'wait' ? 'vanta' : 'ny') };
      }),
  }),

  /** The code from the mail. What is refused is shown on a page view of its own, as in every form here. */
  enter: defineAction({
    accept: 'form',
    handler: (form, context): Promise<EnterResult> =>
      inSlots(async () => {
        const sealed = context.url.searchParams.get('a');
        const asked = openAsked(sealed, new Date());
        if (!asked) return { ok: true, next: paths.signIn() };
        const typed = field(form, 'kod');
        const parsed = codeSchema.safeParse(typed);
        if (!parsed.success) return { ok: false, typed, faults: faultsOf(parsed.error.issues, 'kod') };
        const proved = await prove({ address: asked.address, code: parsed.data }, keysFor(context, asked.key));
        if (!proved.ok) return { ok: true, next: paths.signInCode(sealAsked(asked), 'fel') };
        return { ok: true, next: enterWith(context, proved, asked.next) };
      }),
  }),

  /** The one press on the page that the mail's link opens. */
  press: defineAction({
    accept: 'form',
    handler: (_form, context): Promise<{ ok: true; next: string } | { ok: false }> =>
      inSlots(async () => {
        const link = openCodeLink(context.url.searchParams.get('h'), derivedKey('link'));
        if (!link) return { ok: false };
        const proved = await prove(link, keysFor(context, emailKey(link.address)));
        return proved.ok ? { ok: true, next: enterWith(context, proved, undefined) } : { ok: false };
      }),
  }),
};

function keysFor(context: ActionAPIContext, emailKey: string) {
  return { networkKey: networkKey(visitorAddress(context)), addressKey: addressKey(emailKey) };
}

/** Keeps the session and says where to go: the second factor's page and the work desk stop who must prove more. */
function enterWith(context: ActionAPIContext, proved: Extract<Proved, { ok: true }>, asked: string | undefined): string {
  writeSession(context.cookies, proved.session);
  const next = ownPath(proved.next ?? asked) ?? paths.portal.home;
  return proved.kept ? withKept(next) : next;
}
