import type { Db } from '../../src/shared/db/clients.ts';

type Deps = {
  db: Db;
  /** For tests of time alone; otherwise the database's own clock counts. */
  now?: () => Date;
};

export type Tended = { givenBack: number; passedOn: number; reminded: number };

/**
 * The minute's work with bookings: seats of who has left go on, offers that nobody answered in time go on, and who has booked is
 * reminded. Every step can be done again, by many at once. Throws when the database cannot be reached.
 */
export async function tendBookings({ db, now }: Deps): Promise<Tended> {
  const run = async (step: 'give_back_seats' | 'pass_on_offers' | 'remind_of_bookings') => {
    const { data, error } = await db.rpc(step, now ? { p_now: now().toISOString() } : {});
    if (error) throw new Error(`${step}: ${error.code} ${error.message}`);
    return data;
  };
  const givenBack = await run('give_back_seats');
  const passedOn = await run('pass_on_offers');
  return { givenBack, passedOn, reminded: await run('remind_of_bookings') };
}
