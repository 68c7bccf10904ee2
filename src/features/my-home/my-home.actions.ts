import { defineAction } from 'astro:actions';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { field } from '../../shared/form/read.ts';
import { changePhone } from './change-phone.ts';
import { phoneSchema, timesSchema } from './my-home.schema.ts';
import { type doneTexts, faultTexts } from './my-home.text.ts';
import { beSilent, endSilence } from './set-silence.ts';
import { shareContact } from './share-contact.ts';

type Typed = Record<string, string>;
type Result = { ok: true; next: string } | { ok: false; typed: Typed; faults: Fault[] };

export const myHome = {
  changePhone: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const typed = { telefon: field(form, 'telefon') };
      const phone = phoneSchema.safeParse(typed.telefon);
      if (!phone.success) return refused(typed, faultsOf(phone.error.issues, 'telefon'));
      const changed = await changePhone(phone.data, signedIn(locals));
      if (!changed.ok) return refused(typed, [{ name: 'telefon', text: faultTexts.phoneForSilence }]);
      return done(phone.data ? 'telefon' : 'telefon-borta');
    },
  }),

  share: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const on = field(form, 'visa') === 'ja';
      await shareContact(on, signedIn(locals));
      return done(on ? 'delar' : 'delar-inte');
    },
  }),

  beSilent: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const typed = { tider: field(form, 'tider'), kod: field(form, 'kod') };
      const times = timesSchema.safeParse(typed.tider);
      if (!times.success) return refused(typed, faultsOf(times.error.issues, 'tider'));
      const silent = await beSilent({ times: times.data, takesCodes: typed.kod === 'ja' }, signedIn(locals));
      return silent.ok ? done('tyst') : refused(typed, [{ name: 'telefon', text: faultTexts.phoneForSilence }]);
    },
  }),

  endSilence: defineAction({
    accept: 'form',
    handler: async (_form, { locals }): Promise<Result> => {
      await endSilence(signedIn(locals));
      return done('tyst-slut');
    },
  }),
};

function done(what: keyof typeof doneTexts): Result {
  return { ok: true, next: paths.portal.detailsDone(what) };
}

function refused(typed: Typed, faults: Fault[]): Result {
  return { ok: false, typed, faults };
}
