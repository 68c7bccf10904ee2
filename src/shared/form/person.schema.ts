import { z } from 'zod';
import { cleanLine } from './clean.ts';
import { type Email, parseEmail } from './email.ts';
import { type Phone, parsePhone } from './phone.ts';

/** How much is stored of a person, as the database has it. */
export const PERSON_LIMITS = { name: 100, phone: 40 } as const;

/** One line of text, cleaned; empty when the field was not sent. */
export const line = z.string().default('').transform(cleanLine);

/** A name that must be there. */
export const nameSchema = (missing: string, tooLong: string) =>
  line.pipe(z.string().min(1, missing).max(PERSON_LIMITS.name, tooLong));

/** An address that may be left out, and must be readable when it is not. */
export const optionalEmail = (unreadable: string) =>
  line.transform((text, context): Extract<Email, { ok: true }> | undefined => {
    if (text === '') return undefined;
    const parsed = parseEmail(text);
    if (parsed.ok) return parsed;
    context.addIssue({ code: 'custom', message: unreadable });
    return z.NEVER;
  });

/** A number that may be left out, and must be readable when it is not. */
export const optionalPhone = (unreadable: string) =>
  line.transform((text, context): Extract<Phone, { ok: true }> | undefined => {
    if (text === '') return undefined;
    const parsed = parsePhone(text);
    if (parsed.ok && parsed.value.length <= PERSON_LIMITS.phone) return parsed;
    context.addIssue({ code: 'custom', message: unreadable });
    return z.NEVER;
  });
