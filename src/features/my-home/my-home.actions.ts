import { defineAction } from 'astro:actions';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { field } from '../../shared/form/read.ts';
import { type Typed, typedFields } from '../../shared/form/typed.ts';
import { changePhone } from './change-phone.ts';
import { phoneSchema, silenceSchema } from './my-home.schema.ts';
import { faultTexts, halfSavedText } from './my-home.text.ts';
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
