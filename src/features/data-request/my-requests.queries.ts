import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { type MyRequest, myRequestSchema } from './data-request.schema.ts';

/** The signed-in adult's own requests, the newest first. Throws when the database cannot be reached. */
export async function myRequests(db: Db): Promise<MyRequest[]> {
  const { data, error } = await db.rpc('my_requests');
  if (error) throw new Error(`my_requests: ${error.code} ${error.message}`);
  return z.array(myRequestSchema).parse(data);
}
