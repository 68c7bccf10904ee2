import { defineAction } from 'astro:actions';
import type { z } from 'zod';
import { paths } from '../../paths.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { type Typed, typedIn } from '../../shared/form/typed.ts';
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
import { sealQuery } from './search.ts';
import { step } from './step.actions.ts';

type SearchResult = { ok: true; next: string } | { ok: false; typed: Typed; faults: Fault[] };

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
  inviteAll: step(
    (_, { invited }) => (invited ? 'inbjudna' : 'ingen-inbjuden'),
    nothingSchema,
    (db, number) => db.rpc('invite_adults', { p_number: number }),
  ),
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
  flagQuestion: step('fraga', questionSchema, (db, number, { anmalan }) =>
    db.rpc('flag_interest_question', { p_number: number, p_interest: anmalan }),
  ),
};
