import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { Constants } from '../../shared/db/database.types.ts';
import { timestamp } from '../../shared/time/timestamp.ts';

const { municipality, occasion_state, visit_state } = Constants.public.Enums;

const visitSchema = z.object({
  number: z.number(),
  state: z.enum(visit_state),
  organisation: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  municipality: z.enum(municipality),
  wished: z.string(),
  people: z.number(),
  message: z.string().nullable(),
  askedAt: timestamp,
  /** The number of what came of it. */
  occasion: z.number().nullable(),
  occasionState: z.enum(occasion_state).nullable(),
  startsAt: timestamp.nullable(),
  answeredAt: timestamp.nullable(),
  answeredBy: z.string().nullable(),
});
export type Visit = z.infer<typeof visitSchema>;
export type VisitState = Visit['state'];

/** What was made of it has been cancelled since, or was a draft that was thrown away. */
export const cameToNothing = ({ occasionState }: Pick<Visit, 'occasionState'>) => occasionState === 'cancelled';

/** Nobody has said no, and there is no occasion to come to. */
export const waitsForUs = (visit: Pick<Visit, 'state' | 'occasion' | 'occasionState'>) =>
  visit.state !== 'declined' && (visit.occasion === null || cameToNothing(visit));

/** Workplaces and associations that have asked for a visit, those that wait for an answer first. */
export async function visitRequests(db: Db): Promise<Visit[]> {
  const { data, error } = await db.rpc('visit_requests');
  if (error) throw new Error(`visit_requests: ${error.code} ${error.message}`);
  return z.array(visitSchema).parse(data);
}

/** Answers one, with the occasion that came of it. False when somebody else was first, or it is gone. */
export async function settleVisit(db: Db, number: number, state: VisitState, occasion?: number): Promise<boolean> {
  const args = { p_number: number, p_state: state, ...(occasion !== undefined && { p_occasion: occasion }) };
  const { data, error } = await db.rpc('answer_visit', args);
  if (error) throw new Error(`answer_visit: ${error.code} ${error.message}`);
  return z.object({ ok: z.boolean() }).parse(data).ok;
}
