import { z } from 'zod';
import { STAFF_ROLES } from '../../shared/auth/visitor.ts';
import type { Db } from '../../shared/db/clients.ts';

const list = z.array(z.object({ id: z.uuid(), name: z.string(), role: z.enum(STAFF_ROLES) }));
export type Colleague = z.infer<typeof list>[number];

/** Everybody who is listed as staff now, by name. */
export async function listColleagues(db: Db): Promise<Colleague[]> {
  const { data, error } = await db.rpc('colleagues');
  if (error) throw new Error(`colleagues: ${error.code} ${error.message}`);
  return list.parse(data);
}
