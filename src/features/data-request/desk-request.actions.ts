import { defineAction } from 'astro:actions';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { field } from '../../shared/form/read.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/outbox/kick.ts';
import { decideRequest } from './desk-decide-request.ts';
import { decisionSchema } from './desk-request.schema.ts';
import { reasonTexts } from './desk-request.text.ts';
import { householdNumber } from './desk-requests.ts';

type Fault = { name: string; text: string };
type Typed = { begaran: string; beslut: string; skal: string };
type Result = { ok: true; next: string } | { ok: false; typed: Typed; faults: Fault[]; askAgain: boolean };

/** Longer than the longest reason; what is typed is shown again as it is. */
const LONGEST = 20_000;

export const deskRequest = {
  /** Decides about one request. Erasing is asked about once more, for it cannot be undone. */
  decide: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const read = (name: string) => field(form, name).toWellFormed().slice(0, LONGEST);
      const typed = { begaran: read('begaran'), beslut: read('beslut'), skal: read('skal') };
      if (form.has('andra')) return { ok: false, typed, faults: [], askAgain: false };
      const number = householdNumber(field(form, 'hem'));
      const parsed = decisionSchema.safeParse(typed);
      if (!number || (!parsed.success && parsed.error.issues.some(({ path }) => path[0] === 'begaran')))
        return { ok: true, next: paths.desk.requests };
      if (!parsed.success) {
        const faults = parsed.error.issues.map(({ path, message }) => ({ name: String(path[0]), text: message }));
        return { ok: false, typed, faults, askAgain: false };
      }
      const erases = field(form, 'sak') !== 'insight' && parsed.data.beslut === 'granted';
      if (erases && !form.has('bekraftad')) return { ok: false, typed, faults: [], askAgain: true };
      const decided = await decideRequest(signedIn(locals).db, number, parsed.data);
      if (!decided.ok) {
        const faults = [{ name: 'beslut', text: reasonTexts[decided.reason] }];
        return { ok: false, typed, faults, askAgain: false };
      }
      after(kickOutbox());
      return { ok: true, next: paths.desk.householdRequestsAfter(number, erases ? 'raderat' : 'beslutat') };
    },
  }),
};
