import { z } from 'zod';
import { cleanLine } from '../../shared/form/clean.ts';
import { parseEmail } from '../../shared/form/email.ts';
import { faultTexts } from './sign-in.text.ts';

/** An address to send a code to: `address` is what mail servers take, `key` what recognises it. */
export const emailSchema = z.string().transform((text, context) => {
  const line = cleanLine(text);
  const parsed = parseEmail(line);
  if (parsed.ok) return parsed;
  context.addIssue({ code: 'custom', message: line === '' ? faultTexts.emailMissing : faultTexts.emailUnreadable });
  return z.NEVER;
});

/** The six digits, however they were grouped or pasted. */
export const codeSchema = z
  .string()
  .transform((text) => cleanLine(text).replace(/[\s.-]/g, ''))
  .pipe(
    z
      .string()
      .min(1, faultTexts.codeMissing)
      .regex(/^\d{6}$/, faultTexts.codeUnreadable),
  );

/** What rides sealed in the address of the page that asks for the code. Times in milliseconds since 1970. */
export const askedSchema = z.object({
  email: z.string(),
  address: z.string(),
  key: z.string(),
  askedAt: z.number(),
  /** When the next code may be asked for. */
  nextAt: z.number(),
  next: z.string().optional(),
});
export type Asked = z.infer<typeof askedSchema>;
