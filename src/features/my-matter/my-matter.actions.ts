import { defineAction } from 'astro:actions';
import { z } from 'zod';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { forgetSession } from '../../shared/auth/session.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { field } from '../../shared/form/read.ts';
import { type Typed, typedFields } from '../../shared/form/typed.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { askAdult, takeBackAsking } from './ask-adult.ts';
import { answerInvitation, withdraw } from './leave-or-come.ts';
import { adultSchema, messageSchema, monthSchema } from './my-matter.schema.ts';
import { askTexts, faultTexts } from './my-matter.text.ts';
import { pause, resume } from './pause.ts';
import { sendMessage } from './send-message.ts';

type Done = { ok: true; next: string };
type Result = Done | { ok: false; typed: Typed; faults: Fault[] };

export const myMatter = {
  pause: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const typed = typedFields(form, 'manad');
      const month = monthSchema.safeParse(typed.manad);
      const paused = month.success ? await pause(month.data, signedIn(locals)) : undefined;
      if (!paused?.ok) return refused(typed, [{ name: 'manad', text: faultTexts.month }]);
      return told(paths.portal.homeDone('pausat'));
    },
  }),

  resume: defineAction({
    accept: 'form',
    handler: async (_form, { locals }): Promise<Done> => {
      await resume(signedIn(locals));
      return told(paths.portal.homeDone('igang'));
    },
  }),

  askAdult: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const typed = typedFields(form, 'fornamn', 'efternamn', 'epost');
      const adult = adultSchema.safeParse(typed);
      if (!adult.success) return refused(typed, faultsOf(adult.error.issues));
      const asked = await askAdult(adult.data, signedIn(locals));
      if (asked.ok) return told(paths.portal.otherAdultsDone('fragad'));
      return refused(typed, [{ name: 'epost', text: askTexts[asked.reason] }]);
    },
  }),

  takeBack: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Done> => {
      const member = z.uuid().safeParse(field(form, 'vuxen'));
      const taken = member.success && (await takeBackAsking(member.data, signedIn(locals)));
      return { ok: true, next: paths.portal.otherAdultsDone(taken ? 'tillbaka' : 'redan-svarat') };
    },
  }),

  /** A no signs out: there is nothing here for them any more. */
  answer: defineAction({
    accept: 'form',
    handler: async (form, { locals, cookies }): Promise<Done> => {
      const answer = field(form, 'svar');
      if (answer !== 'ja' && answer !== 'nej') return { ok: true, next: paths.portal.invitation };
      await answerInvitation(answer === 'ja', signedIn(locals));
      if (answer === 'ja') return told(paths.portal.homeDone('valkommen'));
      forgetSession(cookies);
      return told(paths.ended('nej'));
    },
  }),

  send: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const typed = typedFields(form, 'meddelande');
      const body = messageSchema.safeParse(typed.meddelande);
      if (!body.success) return refused(typed, faultsOf(body.error.issues, 'meddelande'));
      const sent = await sendMessage(body.data, signedIn(locals));
      if (!sent.ok) return refused(typed, [{ name: 'meddelande', text: faultTexts.tooManyMessages }]);
      return told(paths.portal.messagesDone('skickat'));
    },
  }),

  /** The button says that it is meant; a form without it, from anywhere else, asks first. */
  withdraw: defineAction({
    accept: 'form',
    handler: async (form, { locals, cookies }): Promise<Done> => {
      if (field(form, 'saker') !== 'ja') return { ok: true, next: paths.portal.withdraw };
      if (!(await withdraw(signedIn(locals)))) return { ok: true, next: paths.portal.home };
      forgetSession(cookies);
      return told(paths.ended('avslutat'));
    },
  }),
};

/** Somebody gets a mail about it. */
function told(next: string): Done {
  after(kickOutbox());
  return { ok: true, next };
}

function refused(typed: Typed, faults: Fault[]): Result {
  return { ok: false, typed, faults };
}
