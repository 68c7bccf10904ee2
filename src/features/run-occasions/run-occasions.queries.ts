import type { Db } from '../../shared/db/clients.ts';
import {
  type DeskOccasion,
  type DeskRow,
  deskOccasionSchema,
  type MonthMade,
  monthsSchema,
  rowsSchema,
} from './run-occasions.schema.ts';

/** What lies ahead, with all drafts; or what has been in a year. */
export async function deskOccasions(
  db: Db,
  filter: { activity?: string | undefined; year?: number | undefined },
): Promise<DeskRow[]> {
  const { data, error } = await db.rpc('desk_occasions', {
    ...(filter.activity && { p_activity: filter.activity }),
    ...(filter.year && { p_year: filter.year }),
  });
  if (error) throw new Error(`desk_occasions: ${error.code} ${error.message}`);
  return rowsSchema.parse(data);
}

/** Undefined when there is none by that number. */
export async function deskOccasion(db: Db, number: number | undefined): Promise<DeskOccasion | undefined> {
  if (number === undefined) return undefined;
  const { data, error } = await db.rpc('desk_occasion', { p_number: number });
  if (error) throw new Error(`desk_occasion: ${error.code} ${error.message}`);
  return data === null ? undefined : deskOccasionSchema.parse(data);
}

/** The months ahead that have their Så funkar det, or had one. */
export async function informationMonths(db: Db): Promise<MonthMade[]> {
  const { data, error } = await db.rpc('information_months');
  if (error) throw new Error(`information_months: ${error.code} ${error.message}`);
  return monthsSchema.parse(data);
}
