import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { type Staff, staffSchema } from './staff.schema.ts';

/** Everybody who is or has been listed, those who still are first. For the head alone. */
export async function staffList(db: Db): Promise<Staff[]> {
  const { data, error } = await db.rpc('staff_list');
  if (error) throw new Error(`staff_list: ${error.code} ${error.message}`);
  return z.array(staffSchema).parse(data);
}

/** One who is listed now; undefined for everybody else. */
export async function listedStaff(db: Db, id: string | undefined): Promise<Staff | undefined> {
  return (await staffList(db)).find((staff) => staff.id === id && !staff.endedAt);
}
