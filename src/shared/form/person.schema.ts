import { z } from 'zod';
import { cleanLine } from './clean.ts';
import { type Email, parseEmail } from './email.ts';
import { PERSON_LIMITS, personTexts } from './person.text.ts';
import { type Phone, parsePhone } from './phone.ts';

/** One line of text, cleaned; empty when the field was not sent. */
export const line = z.string().default('').transform(cleanLine);

/** A name that must be there. */
export const nameSchema = (missing: string) =>
  line.pipe(z.string().min(1, missing).max(PERSON_LIMITS.name, personTexts.nameTooLong));

/** An address that must be there. */
export const emailSchema = (missing: string) =>
  line.transform((text, context): Extract<Email, { ok: true }> => {
    const parsed = parseEmail(text);
    if (parsed.ok) return parsed;
    context.addIssue({ code: 'custom', message: text === '' ? missing : personTexts.emailUnreadable });
    return z.NEVER;
  });

/** An address that may be left out, and must be readable when it is not. */
export const optionalEmail = line.transform((text, context): Extract<Email, { ok: true }> | undefined => {
  if (text === '') return undefined;
  const parsed = parseEmail(text);
  if (parsed.ok) return parsed;
  context.addIssue({ code: 'custom', message: personTexts.emailUnreadable });
  return z.NEVER;
});

/** A number that may be left out, and must be readable when it is not. */
export const optionalPhone = line.transform((text, context): Extract<Phone, { ok: true }> | undefined => {
  if (text === '') return undefined;
  const parsed = parsePhone(text);
  if (parsed.ok && parsed.value.length <= PERSON_LIMITS.phone) return parsed;
  context.addIssue({ code: 'custom', message: personTexts.phoneUnreadable });
  return z.NEVER;
});
