import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import { homeNumber } from '../../shared/form/home-number.ts';
import { timestamp } from '../../shared/time/timestamp.ts';

const { staff_role, access_action, access_ground } = Constants.public.Enums;

/** A line in the log: who met which home, how, and on what ground. `details`: what was changed, or the reason given. */
export const lineSchema = z.object({
  id: z.number(),
  at: timestamp,
  staff: z.string(),
  role: z.enum(staff_role),
  number: z.number(),
  action: z.enum(access_action),
  ground: z.enum(access_ground).nullable(),
  details: z.string().nullable(),
});
export type Line = z.output<typeof lineSchema>;

/** Somebody who opened a home that is not theirs, with a reason. */
export const breakGlassSchema = z.object({
  id: z.uuid(),
  number: z.number(),
  staff: z.string(),
  reason: z.string(),
  askedAt: timestamp,
  until: timestamp,
  seenAt: timestamp.nullable(),
});
export type BreakGlass = z.output<typeof breakGlassSchema>;

/** What the log is looked up by, as it stands in the page's address; anything else is as if it were not there. */
export const filterSchema = z.object({
  hem: z.string().trim().transform(homeNumber).optional(),
  vem: z.uuid().optional().catch(undefined),
  fore: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
});
export type Filter = z.output<typeof filterSchema>;
