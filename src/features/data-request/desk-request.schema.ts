import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import { cleanText } from '../../shared/form/clean.ts';
import { timestamp } from '../../shared/time/timestamp.ts';
import { DECISIONS, myRequestSchema, REQUEST_KINDS } from './data-request.schema.ts';
import { LIMITS } from './data-request.text.ts';
import { faultTexts } from './desk-request.text.ts';

/** A request that waits, in the list: its home's number and nobody's name. */
export const waitingSchema = z.object({
  number: z.number(),
  kind: z.enum(REQUEST_KINDS),
  askedAt: timestamp,
});
export type Waiting = z.output<typeof waitingSchema>;

/** A request on its home's page. `by` is null when the person is erased. */
export const deskRequestSchema = myRequestSchema.extend({
  by: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** When the one who asked may be telephoned; with it no mail is sent. */
  silentTimes: z.string().nullable(),
});
export type DeskRequest = z.output<typeof deskRequestSchema>;

/** What a home has asked for. `phase`: from an assessment on, the law keeps what belongs to it. */
export const homeRequestsSchema = z.object({
  phase: z.enum(Constants.public.Enums.household_phase),
  protected: z.boolean(),
  requests: z.array(deskRequestSchema),
});
export type HomeRequests = z.output<typeof homeRequestsSchema>;

/** The form for the decision, under its fields' names. */
export const decisionSchema = z.object({
  begaran: z.uuid(),
  beslut: z.enum(DECISIONS, faultTexts.decision),
  skal: z
    .string()
    .transform(cleanText)
    .superRefine((text, context) => {
      const { length } = text;
      if (length < LIMITS.reason.least) context.addIssue({ code: 'custom', message: faultTexts.reasonTooShort });
      if (length > LIMITS.reason.most) context.addIssue({ code: 'custom', message: faultTexts.reasonTooLong(length) });
    }),
});
export type Decision = z.output<typeof decisionSchema>;
