import { z } from 'zod';
import { Constants } from './db/database.types.ts';

const { step_doer, household_phase } = Constants.public.Enums;

/** One step of a home's way, as `private.way_of()` tells it: a row of the template and how it stands in this home. Dates are days in Sweden. */
export const wayStepSchema = z.object({
  id: z.uuid(),
  key: z.string(),
  stage: z.enum(household_phase),
  doers: z.array(z.enum(step_doer)),
  /** Which authority, when one does it. */
  doerName: z.string().nullable(),
  heading: z.string(),
  about: z.string().nullable(),
  /** Whose step it is, when each adult has their own: told to staff alone. */
  adult: z.string().nullable(),
  own: z.boolean(),
  dueOn: z.iso.date().nullable(),
  /** The time is a guess: told as a month, and never late. */
  rough: z.boolean(),
  /** A visit or a talk that has a time. */
  agreedAt: z.string().nullable(),
  doneOn: z.iso.date().nullable(),
  /** What happens when it is late. */
  lateAbout: z.string().nullable(),
  /** What a coordinator has written of it in this home, when it is not what the template says. */
  lateNote: z.string().nullable(),
});
export type WayStep = z.infer<typeof wayStepSchema>;
