import { type ActionAPIContext, defineAction } from 'astro:actions';
import type { z } from 'zod';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import type { Db } from '../../shared/db/clients.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { homeNumber } from '../../shared/form/home-number.ts';
import { type Typed, typedIn } from '../../shared/form/typed.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { type Call, change, type Reason } from './change.ts';
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
import { sealQuery } from './search.ts';

export type StepResult = { ok: true; next: string } | { ok: false; reason?: Reason; typed: Typed; faults: Fault[] };
type SearchResult = { ok: true; next: string } | { ok: false; typed: Typed; faults: Fault[] };

/** One step in the home whose page the form stands on, and where to go when it is taken. */
function step<Input>(
  said: Done | ((input: Input) => Done),
  schema: z.ZodType<Input>,
  run: (db: Db, number: number, input: Input) => Call,
) {
  const doneOf = (input: Input) => (typeof said === 'function' ? said(input) : said);
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
        const done = doneOf(read.data);
        return {
          ok: true,
          next: leavesHome(done, typed, context) ?? paths.desk.household(number, done, aboutWhom(changed, typed)),
        };
      }
      if (changed.reason === 'closed' || changed.reason === 'missing') return { ok: true, next: closed };
      return { ok: false, reason: changed.reason, typed, faults: [] };
    },
  });
}

/** The list says that the home is no longer open: the home's own page could not. */
const closed = paths.desk.list({ klart: 'stangt' satisfies Done });

/** Whoever closes a home for themselves has no page of it to come back to, but the list. */
function leavesHome(done: Done, typed: Typed, context: ActionAPIContext): string | undefined {
  const self = signedIn(context.locals).visitor.staff?.id;
  const left = (done === 'jav' || done === 'samordnare-bort') && typed.medarbetare === self;
  return left ? paths.desk.list({ klart: done }) : undefined;
}

/** The id of the colleague or the adult that a step was about, for the home's page to name. */
const aboutWhom = ({ id }: { id?: string | undefined }, typed: Typed) => id ?? typed.vuxen ?? typed.medarbetare;

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
    handler: (form): SearchResult => {
      const typed = typedIn(form);
      const read = querySchema.safeParse(typed);
      if (!read.success) return { ok: false, typed, faults: faultsOf(read.error.issues) };
      return { ok: true, next: paths.desk.search(sealQuery(read.data.sok)) };
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
  setAddress: step(
    ({ adress }) => (adress ? 'adress' : 'adress-bort'),
    addressSchema,
    (db, number, { adress }) => db.rpc('set_address', { p_number: number, p_address: adress }),
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
