import { type ActionAPIContext, defineAction } from 'astro:actions';
import type { z } from 'zod';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import type { Db } from '../../shared/db/clients.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/outbox/kick.ts';
import { type Call, change, type Reason } from './change.ts';
import { homeNumber } from './home.ts';
import {
  addressSchema,
  adultSchema,
  changedAdultSchema,
  colleagueSchema,
  memberSchema,
  nothingSchema,
  querySchema,
  questionSchema,
  reasonSchema,
  timesSchema,
} from './household.schema.ts';
import type { Done } from './household.text.ts';
import { type FoundHome, searchHomes } from './search.ts';
import { type Fault, faultsOf, type Typed, typedIn } from './typed.ts';

export type StepResult = { ok: true; next: string } | { ok: false; reason?: Reason; typed: Typed; faults: Fault[] };
type SearchResult = { ok: true; query: string; homes: FoundHome[] } | { ok: false; typed: Typed; faults: Fault[] };

/** One step in the home whose page the form stands on, and where to go when it is taken. */
function step<Input>(done: Done, schema: z.ZodType<Input>, run: (db: Db, number: number, input: Input) => Call) {
  return defineAction({
    accept: 'form',
    handler: async (form, context): Promise<StepResult> => {
      const typed = typedIn(form);
      const read = schema.safeParse(typed);
      if (!read.success) return { ok: false, typed, faults: faultsOf(read.error.issues) };
      const { db } = signedIn(context.locals);
      const number = homeNumber(/^\/arbetsyta\/hem\/(\d+)/.exec(context.url.pathname)?.[1]);
      if (number === undefined) return { ok: true, next: closed };
      const changed = await change(run(db, number, read.data));
      if (changed.ok) {
        after(kickOutbox());
        return {
          ok: true,
          next: leavesHome(done, typed, context) ? paths.desk.list({ klart: done }) : paths.desk.household(number, done),
        };
      }
      if (changed.reason === 'closed' || changed.reason === 'missing') return { ok: true, next: closed };
      return { ok: false, reason: changed.reason, typed, faults: [] };
    },
  });
}

/** The list says that the home is no longer open: the home's own page could not. */
const closed = paths.desk.list({ klart: 'stangt' satisfies Done });

/** Whoever closes a home for themselves has no page of it to come back to. */
function leavesHome(done: Done, typed: Typed, context: ActionAPIContext): boolean {
  const self = signedIn(context.locals).visitor.staff?.id;
  return (done === 'jav' || done === 'samordnare-bort') && typed.medarbetare === self;
}

/** Who an adult is and how they are reached, under the database's names. */
const detailsOf = ({ fornamn, efternamn, epost, telefon }: z.output<typeof adultSchema>) => ({
  p_first_name: fornamn,
  p_last_name: efternamn,
  p_email: epost?.address,
  p_email_key: epost?.key,
  p_phone: telefon?.value,
});

export const household = {
  search: defineAction({
    accept: 'form',
    handler: async (form, context): Promise<SearchResult> => {
      const typed = typedIn(form);
      const read = querySchema.safeParse(typed);
      if (!read.success) return { ok: false, typed, faults: faultsOf(read.error.issues) };
      return { ok: true, query: read.data.sok, homes: await searchHomes(signedIn(context.locals).db, read.data.sok) };
    },
  }),
  askAccess: step('skal', reasonSchema, (db, number, { skal }) => db.rpc('ask_access', { p_number: number, p_reason: skal })),
  beginAssessment: step('kartlaggning', nothingSchema, (db, number) => db.rpc('begin_assessment', { p_number: number })),
  addCoordinator: step('samordnare', colleagueSchema, (db, number, { medarbetare }) =>
    db.rpc('add_coordinator', { p_number: number, p_staff: medarbetare }),
  ),
  removeCoordinator: step('samordnare-bort', colleagueSchema, (db, number, { medarbetare }) =>
    db.rpc('remove_coordinator', { p_number: number, p_staff: medarbetare }),
  ),
  markRelated: step('jav', colleagueSchema, (db, number, { medarbetare }) =>
    db.rpc('mark_related', { p_number: number, p_staff: medarbetare }),
  ),
  unmarkRelated: step('jav-bort', colleagueSchema, (db, number, { medarbetare }) =>
    db.rpc('unmark_related', { p_number: number, p_staff: medarbetare }),
  ),
  protect: step('skydd', nothingSchema, (db, number) => db.rpc('protect_household', { p_number: number, p_on: true })),
  unprotect: step('skydd-bort', nothingSchema, (db, number) => db.rpc('protect_household', { p_number: number, p_on: false })),
  setAddress: step('adress', addressSchema, (db, number, { adress }) =>
    db.rpc('set_address', { p_number: number, p_address: adress }),
  ),
  inviteAdult: step('vuxen', adultSchema, (db, number, adult) =>
    db.rpc('invite_adult', { p_number: number, ...detailsOf(adult) }),
  ),
  changeAdult: step('vuxen-andrad', changedAdultSchema, (db, number, { vuxen, ...adult }) =>
    db.rpc('change_adult', { p_number: number, p_member: vuxen, ...detailsOf(adult) }),
  ),
  removeAdult: step('vuxen-bort', memberSchema, (db, number, { vuxen }) =>
    db.rpc('remove_adult', { p_number: number, p_member: vuxen }),
  ),
  silence: step('tyst', timesSchema, (db, number, { vuxen, tider }) =>
    db.rpc('set_adult_silence', { p_number: number, p_member: vuxen, p_times: tider }),
  ),
  endSilence: step('tyst-bort', memberSchema, (db, number, { vuxen }) =>
    db.rpc('set_adult_silence', { p_number: number, p_member: vuxen }),
  ),
  noteContact: step('hort', nothingSchema, (db, number) => db.rpc('note_contact', { p_number: number })),
  flagQuestion: step('fraga', questionSchema, (db, number, { anmalan }) =>
    db.rpc('flag_interest_question', { p_number: number, p_interest: anmalan }),
  ),
};
