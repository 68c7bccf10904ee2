import type { Db } from '../../shared/db/clients.ts';
import type { Place } from './filter.ts';
import { listHomes } from './home-list.ts';

/**
 * The homes that must have a coordinator and have no other than this one, by number. Until its assessment begins any coordinator
 * may open a home, unless it is protected.
 */
export async function soleHomes(db: Db, coordinator: string, after?: Place): Promise<number[]> {
  const { homes, next } = await listHomes(db, { coordinator, after });
  const sole = homes.filter((home) => home.coordinators.length === 1 && (home.phase !== 'interest' || home.protected));
  const older = next === undefined ? [] : await soleHomes(db, coordinator, next);
  return [...sole.map(({ number }) => number), ...older];
}
