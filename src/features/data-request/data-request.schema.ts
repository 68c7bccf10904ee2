import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import { cleanText } from '../../shared/form/clean.ts';
import { timestamp } from '../../shared/time/timestamp.ts';
import { faultTexts, LIMITS } from './data-request.text.ts';

export const { request_kind: REQUEST_KINDS, request_decision: DECISIONS } = Constants.public.Enums;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** A request as the one who made it sees it. The newest comes first. */
export const myRequestSchema = z.object({
  id: z.uuid(),
  kind: z.enum(REQUEST_KINDS),
  wish: z.string().nullable(),
  askedAt: timestamp,
  withdrawnAt: timestamp.nullable(),
  decision: z.enum(DECISIONS).nullable(),
  reason: z.string().nullable(),
  decidedAt: timestamp.nullable(),
});
export type MyRequest = z.output<typeof myRequestSchema>;

/** What the person writes of their own accord; undefined when they wrote nothing. */
export const wishSchema = z
  .string()
  .transform(cleanText)
  .transform((text, context) => {
    if (text.length > LIMITS.wish) context.addIssue({ code: 'custom', message: faultTexts.wishTooLong(text.length) });
    return text === '' ? undefined : text;
  });
