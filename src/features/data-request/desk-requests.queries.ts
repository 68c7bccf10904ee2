import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { type HomeRequests, homeRequestsSchema, type Waiting, waitingSchema } from './desk-request.schema.ts';

const FORBIDDEN = '42501';

/** What waits for a decision, the oldest first. */
export async function waitingRequests(db: Db): Promise<Waiting[]> {
  const { data, error } = await db.rpc('waiting_requests');
  if (error) throw new Error(`waiting_requests: ${error.code} ${error.message}`);
  return z.array(waitingSchema).parse(data);
}

/** A home's requests, the newest first; it leaves a line in the log. Undefined when this person may not open the home. */
export async function householdRequests(db: Db, number: number): Promise<HomeRequests | undefined> {
  const { data, error } = await db.rpc('household_requests', { p_number: number });
  if (error?.code === FORBIDDEN) return undefined;
  if (error) throw new Error(`household_requests: ${error.code} ${error.message}`);
  return homeRequestsSchema.parse(data);
}
