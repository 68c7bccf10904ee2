import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import { cleanText } from '../../shared/form/clean.ts';
import { parseCount } from '../../shared/form/numbers.ts';
import { emailSchema, line, nameSchema, optionalPhone } from '../../shared/form/person.schema.ts';
import { LIMITS, faultTexts as say } from './visit.text.ts';

const short = (limit: number, missing: string) =>
  line.transform((text, context) => {
    if (text === '') context.addIssue({ code: 'custom', message: missing });
    if (text.length > limit) context.addIssue({ code: 'custom', message: say.tooLong(limit, text.length) });
    return text;
  });

/** What a workplace or an association says when it asks for a visit, under the names of the form's fields. */
export const visitSchema = z.object({
  organisation: short(LIMITS.organisation, say.organisation),
  namn: nameSchema(say.name),
  epost: emailSchema(say.email),
  telefon: optionalPhone,
  kommun: z.enum(Constants.public.Enums.municipality, say.municipality),
  onskan: short(LIMITS.wished, say.wished),
  antal: line.transform((text, context) => {
    const count = parseCount(text.replace(/^(ca|cirka|ungefär|runt)\.?\s+/iu, ''));
    if (count !== undefined && count >= 1 && count <= LIMITS.people) return count;
    context.addIssue({ code: 'custom', message: text === '' ? say.peopleMissing : say.peopleUnreadable });
    return z.NEVER;
  }),
  meddelande: z
    .string()
    .default('')
    .transform(cleanText)
    .transform((text, context) => {
      if (text.length > LIMITS.message) context.addIssue({ code: 'custom', message: say.tooLong(LIMITS.message, text.length) });
      return text;
    }),
});
export type Visit = z.output<typeof visitSchema>;

/** The fields in the order of the form. */
export const VISIT_FIELDS = ['organisation', 'kommun', 'onskan', 'antal', 'meddelande', 'namn', 'epost', 'telefon'] as const;
