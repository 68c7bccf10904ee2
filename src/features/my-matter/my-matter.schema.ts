import { z } from 'zod';
import { cleanLine, cleanText } from '../../shared/form/clean.ts';
import { parseEmail } from '../../shared/form/email.ts';
import { timestamp } from '../../shared/time/timestamp.ts';
import { LIMITS, faultTexts as say } from './my-matter.text.ts';

/** A month as a form sends it, read as its first day. */
export const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, say.month)
  .transform((month) => `${month}-01`);

const name = (missing: string) =>
  z.string().transform(cleanLine).pipe(z.string().min(1, missing).max(LIMITS.name, say.nameTooLong));

/** Another adult, under the names of the form's fields. Each has an address of their own, for that is what they sign in with. */
export const adultSchema = z.object({
  fornamn: name(say.firstName),
  efternamn: name(say.lastName),
  epost: z.string().transform((text, context) => {
    const parsed = parseEmail(text);
    if (parsed.ok) return parsed;
    context.addIssue({ code: 'custom', message: cleanLine(text) === '' ? say.emailMissing : say.emailUnreadable });
    return z.NEVER;
  }),
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
