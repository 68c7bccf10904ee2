import { defineAction } from 'astro:actions';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { homeNumber } from '../../shared/form/home-number.ts';
import { field } from '../../shared/form/read.ts';
import { typedFields } from '../../shared/form/typed.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { decideRequest } from './desk-decide-request.ts';
import { decisionSchema } from './desk-request.schema.ts';
import { type Done, reasonTexts } from './desk-request.text.ts';

type Typed = Record<'begaran' | 'beslut' | 'skal', string>;
type Result = { ok: true; next: string } | { ok: false; typed: Typed; faults: Fault[]; askAgain: boolean };

const DONE = { granted: 'insyn-ja', partly: 'insyn-delvis', refused: 'insyn-nej' } as const;

export const deskRequest = {
  /** Decides about one request. Erasing is asked about once more, for it cannot be undone. */
  decide: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const typed = typedFields(form, 'begaran', 'beslut', 'skal');
      if (form.has('andra')) return { ok: false, typed, faults: [], askAgain: false };
      const number = homeNumber(field(form, 'hem'));
      const parsed = decisionSchema.safeParse(typed);
      if (!number || (!parsed.success && parsed.error.issues.some(({ path }) => path[0] === 'begaran')))
        return { ok: true, next: paths.desk.requests };
      if (!parsed.success) return { ok: false, typed, faults: faultsOf(parsed.error.issues), askAgain: false };
      const { beslut } = parsed.data;
      const erasure = field(form, 'sak') !== 'insight';
      const erases = erasure && beslut === 'granted';
      if (erases && !form.has('bekraftad')) return { ok: false, typed, faults: [], askAgain: true };
      const decided = await decideRequest(signedIn(locals).db, number, parsed.data);
      if (!decided.ok) {
        const faults = [{ name: 'beslut', text: reasonTexts[decided.reason] }];
        return { ok: false, typed, faults, askAgain: false };
      }
      after(kickOutbox());
      const done: Done = erasure ? (erases ? 'radering-ja' : 'radering-nej') : DONE[beslut];
      return { ok: true, next: paths.desk.requestsAfter(number, done) };
    },
  }),
};
