import { z } from 'zod';
import { cleanText } from '../../shared/form/clean.ts';
import { emailSchema, nameSchema } from '../../shared/form/person.schema.ts';
import { timestamp } from '../../shared/time/timestamp.ts';
import { LIMITS, faultTexts as say } from './my-matter.text.ts';

/** A month as a form sends it, read as its first day. */
export const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, say.month)
  .transform((month) => `${month}-01`);

/** Another adult, under the names of the form's fields. Each has an address of their own, for that is what they sign in with. */
export const adultSchema = z.object({
  fornamn: nameSchema(say.firstName),
  efternamn: nameSchema(say.lastName),
  epost: emailSchema(say.emailMissing),
});
export type NewAdult = z.output<typeof adultSchema>;

export const messageSchema = z
  .string()
  .transform(cleanText)
  .transform((text, context) => {
    if (text === '') context.addIssue({ code: 'custom', message: say.messageMissing });
    if (text.length > LIMITS.message) context.addIssue({ code: 'custom', message: say.messageTooLong(text.length) });
    return text;
  });

/** Who asked the signed-in person to come in; null when whoever did has left. */
export const invitationSchema = z.object({ firstName: z.string(), askedBy: z.string().nullable() });
export type Invitation = z.output<typeof invitationSchema>;

export const saidSchema = z.object({
  id: z.uuid(),
  mine: z.boolean(),
  /** Who of GFO wrote it; null when it is one's own. */
  from: z.string().nullable(),
  body: z.string(),
  sentAt: timestamp,
  readAt: timestamp.nullable(),
});
export type Said = z.output<typeof saidSchema>;
