import type { Db } from '../../src/shared/db/clients.ts';
import type { Facts } from '../../src/shared/facts/facts.schema.ts';

type Deps = {
  db: Db;
  rule: Facts['gallring'];
  /** For tests of time alone; otherwise the database's own clock counts. */
  now?: () => Date;
};

export type Kept = { announced: number; erased: number; accounts: number; needs: number; visitors: number };

/**
 * Keeps the promises about keeping: announces and erases registrations that never became a case, forgets traces that only
 * guarded, and lets Supabase forget the accounts of those who are erased. Every step can be done again: what a crash leaves
 * over, the next run takes. What bookings needed and who the visitors were go too. Throws when the database cannot be reached.
 */
export async function keepTime({ db, rule, now }: Deps): Promise<Kept> {
  const moment = now ? { p_now: now().toISOString() } : {};
  const kept = await db.rpc('keep_time', { p_months: rule.registreringManader, p_days: rule.forvarningDagar, ...moment });
  if (kept.error) throw failed('keep_time', kept.error);
  const forgotten = await db.rpc('forget_traces', { p_days: rule.sparDagar, ...moment });
  if (forgotten.error) throw failed('forget_traces', forgotten.error);
  const booked = await db.rpc('forget_booking_needs', moment);
  if (booked.error) throw failed('forget_booking_needs', booked.error);
  const visits = await db.rpc('forget_visits', { p_months: rule.registreringManader, ...moment });
  if (visits.error) throw failed('forget_visits', visits.error);
  const accounts = await eraseAccounts(db);
  return {
    ...(kept.data as Pick<Kept, 'announced' | 'erased'>),
    ...(booked.data as Pick<Kept, 'needs' | 'visitors'>),
    accounts,
  };
}

async function eraseAccounts(db: Db): Promise<number> {
  const { data, error } = await db.rpc('accounts_to_erase');
  if (error) throw failed('accounts_to_erase', error);
  for (const user of data) {
    const deleted = await db.auth.admin.deleteUser(user);
    // Gone already: an earlier run was cut off between the two steps.
    if (deleted.error && deleted.error.status !== 404) throw failed('deleteUser', deleted.error);
    const stamped = await db.rpc('account_erased', { p_user: user });
    if (stamped.error) throw failed('account_erased', stamped.error);
  }
  return data.length;
}

function failed(what: string, { code, message }: { code?: string | undefined; message: string }): Error {
  return new Error(`${what}: ${code} ${message}`);
}
