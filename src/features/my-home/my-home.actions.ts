import { defineAction } from 'astro:actions';
import { z } from 'zod';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { forgetSession } from '../../shared/auth/session.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { emailSchema } from '../../shared/form/person.schema.ts';
import { field } from '../../shared/form/read.ts';
import { type Typed, typedFields } from '../../shared/form/typed.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { askAddress, changeAddress } from './change-address.ts';
import { changePhone } from './change-phone.ts';
import { phoneSchema, silenceSchema } from './my-home.schema.ts';
import { addressTexts, faultTexts, halfSavedText } from './my-home.text.ts';
import { beSilent, endSilence } from './set-silence.ts';
import { shareContact } from './share-contact.ts';

type Done = { ok: true; next: string };
type Result = Done | { ok: false; typed: Typed; faults: Fault[] };

export const myHome = {
  changePhone: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const typed = typedFields(form, 'telefon');
      const phone = phoneSchema.safeParse(typed.telefon);
      if (!phone.success) return refused(typed, faultsOf(phone.error.issues, 'telefon'));
      const changed = await changePhone(phone.data, signedIn(locals));
      if (!changed.ok) return refused(typed, [{ name: 'telefon', text: faultTexts.phoneForSilence }]);
      return done(paths.portal.detailsDone(phone.data ? 'telefon' : 'telefon-borta'));
    },
  }),

  askAddress: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const typed = typedFields(form, 'epost');
      const email = emailSchema(faultTexts.emailMissing).safeParse(typed.epost);
      if (!email.success) return refused(typed, faultsOf(email.error.issues, 'epost'));
      const asked = await askAddress(email.data, signedIn(locals));
      if (!asked.ok) return refused(typed, [{ name: 'epost', text: addressTexts[asked.reason] }]);
      after(kickOutbox());
      return done(paths.portal.detailsDone('epost'));
    },
  }),

  /** The link alone changes nothing: the button on its page does, and signs out. */
  changeAddress: defineAction({
    accept: 'form',
    handler: async (form, { locals, cookies }): Promise<Result> => {
      const token = z.uuid().safeParse(field(form, 'nyckel'));
      const changed = token.success ? await changeAddress(token.data, signedIn(locals)) : ({ ok: false, reason: 'old' } as const);
      if (!changed.ok) return refused({}, [{ name: 'byt', text: addressTexts[changed.reason] }]);
      forgetSession(cookies);
      after(kickOutbox());
      return done(paths.signIn(undefined, 'bytt'));
    },
  }),

  share: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Done> => {
      const on = field(form, 'visa') === 'ja';
      await shareContact(on, signedIn(locals));
      return done(paths.portal.otherAdultsDone(on ? 'delar' : 'delar-inte'));
    },
  }),

  beSilent: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const typed = typedFields(form, 'telefon', 'tider', 'kod', 'dolj');
      const wish = silenceSchema.safeParse(typed);
      if (!wish.success) return refused(typed, faultsOf(wish.error.issues));
      const silent = await beSilent(wish.data, signedIn(locals));
      if (!silent.ok) return refused(typed, [{ name: 'tider', text: halfSavedText(silent.saved) }]);
      return done(paths.portal.silentWayDone(wish.data.dolj ? 'tyst-dold' : 'tyst'));
    },
  }),

  endSilence: defineAction({
    accept: 'form',
    handler: async (_form, { locals }): Promise<Done> => {
      await endSilence(signedIn(locals));
      return done(paths.portal.silentWayDone('tyst-slut'));
    },
  }),
};

function done(next: string): Done {
  return { ok: true, next };
}

function refused(typed: Typed, faults: Fault[]): Result {
  return { ok: false, typed, faults };
}
