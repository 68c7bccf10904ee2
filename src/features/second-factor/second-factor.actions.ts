import { type ActionAPIContext, defineAction } from 'astro:actions';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { derivedKey } from '../../shared/env.ts';
import type { Fault } from '../../shared/form/faults.ts';
import { field } from '../../shared/form/read.ts';
import { addApp } from './add-app.ts';
import { addPasskey } from './add-passkey.ts';
import { landing, wantedFrom } from './landing.ts';
import { makeRecoveryCodes } from './make-recovery-codes.ts';
import { mayAdd, ownFactors } from './own-factors.ts';
import { passAppCode } from './pass-app-code.ts';
import { passPasskey } from './pass-passkey.ts';
import { passRecoveryCode } from './pass-recovery-code.ts';
import { openPendingApp } from './pending-app.ts';
import { removeFactor } from './remove-factor.ts';
import { misshapen, type Result, refused } from './results.ts';
import { appCodeSchema, nameSchema, recoveryCodeSchema } from './second-factor.schema.ts';
import { faultTexts } from './second-factor.text.ts';
import type { Tried } from './try-factor.ts';

/** The second step of staff. Every other action needs it to have been taken; `addApp` and `addPasskey` also take the first one. */
export const secondFactor = {
  enterApp: defineAction({
    accept: 'form',
    handler: async (form, context): Promise<Result> => {
      const typed = { kod: field(form, 'kod') };
      const parsed = appCodeSchema.safeParse(typed.kod);
      if (!parsed.success) return misshapen('kod', parsed.error, typed);
      const tried = await passAppCode(signedIn(context.locals).db, parsed.data, new Date());
      return ended(tried, context, { name: 'kod', text: faultTexts.codeRefused });
    },
  }),

  usePasskey: defineAction({
    accept: 'form',
    handler: async (form, context): Promise<Result> => {
      const answer = field(form, 'svar');
      if (!answer) return refused('passkey-use', faultTexts.passkeyNeedsScript);
      const tried = await passPasskey(signedIn(context.locals).db, answer);
      return ended(tried, context, { name: 'passkey-use', text: faultTexts.passkeyRefused });
    },
  }),

  enterRecovery: defineAction({
    accept: 'form',
    handler: async (form, context): Promise<Result> => {
      const typed = { reservkod: field(form, 'reservkod') };
      const parsed = recoveryCodeSchema.safeParse(typed.reservkod);
      if (!parsed.success) return misshapen('reservkod', parsed.error, typed);
      const tried = await passRecoveryCode(signedIn(context.locals).db, parsed.data);
      return ended(tried, context, { name: 'reservkod', text: faultTexts.recoveryRefused });
    },
  }),

  addApp: defineAction({
    accept: 'form',
    handler: async (form, context): Promise<Result> => {
      const { db } = signedIn(context.locals);
      const own = await ownFactors(db);
      const secret = openPendingApp(context.url.searchParams.get('h'), own.staffId, new Date(), derivedKey('factor'));
      // Without the secret the page makes a new one; whoever may not add is sent to the second step.
      if (!secret || !mayAdd(own)) return { ok: true, next: paths.secondFactorApp(undefined, wantedFrom(context.url)) };
      const typed = { kod: field(form, 'kod'), namn: field(form, 'namn') };
      const code = appCodeSchema.safeParse(typed.kod);
      const name = nameSchema.safeParse(typed.namn);
      if (!code.success) return misshapen('kod', code.error, typed);
      if (!name.success) return misshapen('namn', name.error, typed);
      const added = await addApp(db, own, { secret, code: code.data, name: name.data }, new Date());
      return added ? await afterAdding(context) : refused('kod', faultTexts.appRefused, typed);
    },
  }),

  addPasskey: defineAction({
    accept: 'form',
    handler: async (form, context): Promise<Result> => {
      const { db } = signedIn(context.locals);
      if (!mayAdd(await ownFactors(db))) return { ok: true, next: paths.secondFactor(wantedFrom(context.url)) };
      const typed = { namn: field(form, 'namn') };
      const name = nameSchema.safeParse(typed.namn);
      if (!name.success) return misshapen('namn', name.error, typed);
      const answer = field(form, 'svar');
      if (!answer) return refused('passkey-add', faultTexts.passkeyNeedsScript, typed);
      const outcome = await addPasskey(db, answer, name.data);
      if (outcome === 'added') return await afterAdding(context);
      return refused('passkey-add', outcome === 'known' ? faultTexts.passkeyKnown : faultTexts.passkeyRefused, typed);
    },
  }),

  newCodes: defineAction({
    accept: 'form',
    handler: async (_form, context): Promise<Result> => {
      const { db } = signedIn(context.locals);
      const { staffId } = await ownFactors(db);
      return { ok: true, next: paths.recoveryCodes(await makeRecoveryCodes(db, staffId, new Date()), paths.desk.security) };
    },
  }),

  remove: defineAction({
    accept: 'form',
    handler: async (form, context): Promise<Result> => {
      const { db } = signedIn(context.locals);
      const factor = (await ownFactors(db)).factors.find(({ id }) => id === field(form, 'faktor'));
      // Gone already: by a second press, or in another window.
      if (!factor || (await removeFactor(db, factor.id))) return { ok: true, next: paths.desk.security };
      return refused('faktorer', faultTexts.lastStays);
    },
  }),
};

/** Recovery codes come with the first factor, and to whoever has none. */
async function afterAdding(context: ActionAPIContext): Promise<Result> {
  const { db } = signedIn(context.locals);
  const { staffId, factors, recoveryLeft } = await ownFactors(db);
  if (factors.length > 1 && recoveryLeft > 0) return { ok: true, next: landing(context.url) };
  const sealed = await makeRecoveryCodes(db, staffId, new Date());
  return { ok: true, next: paths.recoveryCodes(sealed, wantedFrom(context.url)) };
}

/** What was tried is not put back in the field: it is used up, or wrong. */
function ended(tried: Tried, context: ActionAPIContext, fault: Fault): Result {
  if (tried === 'passed') return { ok: true, next: landing(context.url) };
  if (tried === 'limited') return { ...refused(fault.name, faultTexts.limited), status: 429 };
  return refused(fault.name, fault.text);
}
