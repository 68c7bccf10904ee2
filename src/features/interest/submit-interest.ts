import type { Temporal } from 'temporal-polyfill';
import { type Db, siteGate } from '../../shared/db/clients.ts';
import type { Database } from '../../shared/db/database.types.ts';
import { byWorkingDay, type WorkingDayRule } from '../../shared/time/working-days.ts';
import type { Interest } from './interest.schema.ts';

type Args = Database['public']['Functions']['register_interest']['Args'];

export type Submitted = { ok: true; callBy: Temporal.Instant } | { ok: false; reason: 'limited' };

type Context = {
  db: Db;
  now: Temporal.Instant;
  rule: WorkingDayRule;
  /** Keyed hashes of where the request came from and of the e-mail address; no address itself is kept for limits. */
  networkKey: string;
  addressKey: string;
  /** The same of the form that was filled in: one form and one proof do not serve many registrations. */
  draftKey: string;
  /** Whether the proof of work was done; without it (scripts off) fewer registrations pass from one network. */
  proven: boolean;
  campaign: string | undefined;
};

/**
 * Registers interest: the row, the event and the two mails in one transaction. The same content again is the same
 * registration and gives the same promise. Throws when the database cannot be reached; nothing is stored then.
 */
export async function submitInterest(interest: Interest, context: Context): Promise<Submitted> {
  const callBy = byWorkingDay(context.now, context.rule).toInstant();
  const { data, error } = await context.db.rpc('register_interest', {
    p_gate: siteGate(),
    p_network_key: context.networkKey,
    p_address_key: context.addressKey,
    p_draft_key: context.draftKey,
    p_proven: context.proven,
    p_considering: interest.considering,
    p_municipality: interest.municipality,
    p_adults: interest.adults,
    p_child_ages: interest.ages ?? [],
    p_first_name: interest.firstName,
    p_last_name: interest.lastName,
    p_email: interest.email.value,
    p_email_address: interest.email.address,
    p_email_key: interest.email.key,
    p_contact_way: interest.way,
    p_contact_times: interest.times,
    p_heard_from: interest.heard,
    p_call_by: callBy.toString(),
    ...(interest.phone && { p_phone: interest.phone.value }),
    ...(interest.question && { p_question: interest.question }),
    ...(context.campaign && { p_campaign: context.campaign }),
  } satisfies Args);
  if (error) throw new Error(`register_interest: ${error.code} ${error.message}`);
  return data ? { ok: true, callBy } : { ok: false, reason: 'limited' };
}
