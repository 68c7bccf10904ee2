import { z } from 'zod';
import { cleanLine, cleanText } from '../../shared/form/clean.ts';
import { isTooLongForEmail, parseEmail } from '../../shared/form/email.ts';
import { parseAges, parseCount } from '../../shared/form/numbers.ts';
import { parsePhone } from '../../shared/form/phone.ts';
import { LIMITS, faultTexts as say } from './interest.text.ts';

export const CONSIDERING = ['foster_home', 'emergency_home', 'not_sure'] as const;
export const MUNICIPALITIES = ['harnosand', 'kramfors', 'solleftea', 'timra', 'ange', 'ornskoldsvik'] as const;
export const ELSEWHERE = 'elsewhere';
export const CONTACT_WAYS = ['phone', 'text_first', 'email_first'] as const;
export const CONTACT_TIMES = ['morning', 'afternoon', 'any_time'] as const;
export const HEARD_FROM = [
  'friend',
  'foster_home',
  'social_media',
  'media',
  'event',
  'work_or_association',
  'municipality',
  'web_search',
  'poster',
  'other',
] as const;

const line = z.string().transform(cleanLine);
const name = (missing: string) => line.pipe(z.string().min(1, missing).max(LIMITS.name, say.nameTooLong));
const chosen = <const T extends readonly [string, ...string[]]>(values: T, missing: string) => z.enum(values, { error: missing });
const several = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.array(z.enum(values)).transform((list) => [...new Set(list)]);

/** A text that is read into something else; `undefined` from the reader means that it could not be read. */
const read = <T>(reader: (text: string) => T | undefined, missing: string, unreadable: string) =>
  line.transform((text, context) => {
    const value = text === '' ? undefined : reader(text);
    if (value === undefined) context.addIssue({ code: 'custom', message: text === '' ? missing : unreadable });
    return value ?? z.NEVER;
  });

function emailFault(text: string): string {
  if (text === '') return say.emailMissing;
  return isTooLongForEmail(text) ? say.emailTooLong : say.emailUnreadable;
}

export const startSchema = z.object({
  considering: chosen(CONSIDERING, say.considering),
  municipality: chosen([...MUNICIPALITIES, ELSEWHERE], say.municipality),
  heard: several(HEARD_FROM).default([]),
});

export const homeSchema = z
  .object({
    adults: read(parseCount, say.adultsMissing, say.adultsUnreadable).pipe(
      z.number().min(1, say.adultsUnreadable).max(LIMITS.adults, say.adultsUnreadable),
    ),
    children: read(parseCount, say.childrenMissing, say.childrenUnreadable).pipe(
      z.number().max(LIMITS.children, say.childrenUnreadable),
    ),
    ages: line.transform(parseAges),
    question: z
      .string()
      .transform(cleanText)
      .transform((text, context) => {
        if (text.length > LIMITS.question) context.addIssue({ code: 'custom', message: say.questionTooLong(text.length) });
        return text === '' ? undefined : text;
      }),
  })
  .superRefine(({ children, ages }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (children > LIMITS.children) return;
    if (ages === undefined) fault('ages', say.agesUnreadable);
    else if (children === 0 && ages.length > 0) fault('children', say.agesWithoutChildren);
    else if (ages.length !== children) fault('ages', say.agesCount(children, ages.length));
    else if (ages.some((age) => age > LIMITS.age)) fault('ages', say.agesUnreadable);
  });

export const contactSchema = z
  .object({
    firstName: name(say.firstName),
    lastName: name(say.lastName),
    email: line.transform((text, context) => {
      const parsed = parseEmail(text);
      if (parsed.ok) return parsed;
      context.addIssue({ code: 'custom', message: emailFault(text) });
      return z.NEVER;
    }),
    phone: line.transform((text, context) => {
      if (text === '') return undefined;
      const parsed = parsePhone(text);
      if (parsed.ok && parsed.value.length <= LIMITS.phone) return parsed;
      context.addIssue({ code: 'custom', message: say.phoneUnreadable });
      return z.NEVER;
    }),
    way: chosen(CONTACT_WAYS, say.way),
    times: several(CONTACT_TIMES).default([]),
  })
  .superRefine(({ way, phone }, context) => {
    if (way !== 'email_first' && !phone) context.addIssue({ code: 'custom', path: ['phone'], message: say.phoneForCall });
  });

export type Start = z.output<typeof startSchema>;
export type Home = z.output<typeof homeSchema>;
export type Contact = z.output<typeof contactSchema>;

/** All that a registration says, read and checked. */
export type Interest = Omit<Start, 'municipality'> & { municipality: (typeof MUNICIPALITIES)[number] } & Home & Contact;
