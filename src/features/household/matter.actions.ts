import { defineAction } from 'astro:actions';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { faultsOf } from '../../shared/form/faults.ts';
import { type Typed, typedIn } from '../../shared/form/typed.ts';
import { nothingSchema } from './household.schema.ts';
import {
  askAgainSchema,
  callSchema,
  closeSchema,
  handOverSchema,
  informationSchema,
  messageSchema,
  monthSchema,
  stepSchema,
  whySchema,
} from './matter.schema.ts';
import { goodbye } from './matter.text.ts';
import { type StepResult, step, takeStep } from './step.actions.ts';

/** How far the closing of a home has come: to the words to the family, or to reading it through. */
type Closing = StepResult | { ok: false; at: 'words' | 'preview'; typed: Typed; faults: [] };

export const matter = {
  logCall: step(
    ({ reached }) => (reached === undefined ? 'anteckning' : reached ? 'samtal' : 'ej-svar'),
    callSchema,
    (db, number, { reached, note }) => db.rpc('log_call', { p_number: number, p_reached: reached, p_note: note }),
  ),
  setStep: step('steg', stepSchema, (db, number, { steg, klar, senast, agreedAt, besked, sett }) =>
    db.rpc('set_step', {
      p_number: number,
      p_step: steg,
      p_done_on: klar,
      p_due_on: senast,
      p_agreed_at: agreedAt,
      p_late_note: besked,
      p_seen: sett,
    }),
  ),
  message: step(
    'skickat',
    messageSchema,
    (db, number, { vuxen, text }) => db.rpc('message_adult', { p_number: number, p_member: vuxen, p_body: text }),
    (number, done, { vuxen }) => paths.desk.adultMessages(number, vuxen, done),
  ),
  pause: step('pausat', monthSchema, (db, number, { manad }) => db.rpc('pause_household', { p_number: number, p_month: manad })),
  resume: step('paus-slut', nothingSchema, (db, number) => db.rpc('pause_household', { p_number: number })),
  askAgain: step('fraga-igen', askAgainSchema, (db, number, { dag }) => db.rpc('ask_again', { p_number: number, p_on: dag })),
  doNotAsk: step('fraga-igen-bort', nothingSchema, (db, number) => db.rpc('ask_again', { p_number: number })),
  inviteToInformation: step('bjudna', informationSchema, (db, number, { tid, sett }) =>
    db.rpc('invite_to_information', { p_number: number, p_at: tid, p_seen: sett }),
  ),
  handOver: step('lamnat', handOverSchema, (db, number, { fran, till }) =>
    db.rpc('hand_over', { p_number: number, p_to: till, p_from: fran }),
  ),
  /** First why, then the words, then it is read through; nothing is changed until `vidare` says so. */
  close: defineAction({
    accept: 'form',
    handler: (form, context): Closing | Promise<Closing> => {
      const typed = typedIn(form);
      const name = signedIn(context.locals).visitor.staff?.name ?? 'GFO';
      if (typed.vidare === 'avsluta') {
        return takeStep(typed, context, {
          said: 'avslutat',
          schema: closeSchema,
          run: (db, number, { skal, text, sett }) =>
            db.rpc('close_household', { p_number: number, p_why: skal, p_body: text, p_seen: sett }),
        });
      }
      const hasWords = typed.vidare === 'las';
      const read = (hasWords ? closeSchema : whySchema).safeParse(typed);
      if (!read.success) return { ok: false, typed, faults: faultsOf(read.error.issues) };
      const text = typed.text ?? goodbye(read.data.skal, name);
      return { ok: false, at: hasWords ? 'preview' : 'words', typed: { ...typed, text }, faults: [] };
    },
  }),
  reopen: step(
    (_, { undone }) => (undone ? 'angrat' : 'oppnat'),
    nothingSchema,
    (db, number) => db.rpc('reopen_household', { p_number: number }),
  ),
};
