import { z } from 'zod';
import { cleanLine } from '../../shared/form/clean.ts';
import { parseEmail } from '../../shared/form/email.ts';
import { timestamp } from '../../shared/time/timestamp.ts';
import { faultTexts, NAME_LIMIT } from './staff.text.ts';

export const roleSchema = z.enum(['coordinator', 'communicator', 'head']);
export type Role = z.infer<typeof roleSchema>;

/** One listed person, as the head's list has it. */
export const staffSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  listedAt: timestamp,
  endedAt: timestamp.nullable(),
  hasSecondFactor: z.boolean(),
  lastSeenAt: timestamp.nullable(),
});
export type Staff = z.output<typeof staffSchema>;

/** The form for a new colleague, under its fields' names. `address` is what mails go to, `key` what signs them in. */
export const newStaffSchema = z.object({
  namn: z.string().transform(cleanLine).pipe(z.string().min(1, faultTexts.nameMissing).max(NAME_LIMIT, faultTexts.nameTooLong)),
  epost: z.string().transform((text, context) => {
    const line = cleanLine(text);
    const parsed = parseEmail(line);
    if (parsed.ok) return { address: parsed.address, key: parsed.key };
    context.addIssue({ code: 'custom', message: line === '' ? faultTexts.emailMissing : faultTexts.emailUnreadable });
    return z.NEVER;
  }),
  roll: z.enum(roleSchema.options, faultTexts.role),
});
export type NewStaff = z.output<typeof newStaffSchema>;
