import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { type Staff, staffSchema } from './staff.schema.ts';

/** Everybody who is or has been listed, those who still are first. For the head alone. */
export async function staffList(db: Db): Promise<Staff[]> {
  const { data, error } = await db.rpc('staff_list');
  if (error) throw new Error(`staff_list: ${error.code} ${error.message}`);
  return z.array(staffSchema).parse(data);
}

/** The database keeps one head who can come in: whoever is that one can be neither removed nor given another role. */
export function isLastHead(everybody: readonly Staff[], { id, role }: Pick<Staff, 'id' | 'role'>): boolean {
  const others = everybody.filter((one) => one.id !== id && one.role === 'head' && !one.endedAt && one.hasSecondFactor);
  return role === 'head' && others.length === 0;
}

/** One who is listed now; undefined for everybody else. */
export async function listedStaff(db: Db, id: string | undefined): Promise<Staff | undefined> {
  return (await staffList(db)).find((staff) => staff.id === id && !staff.endedAt);
}
