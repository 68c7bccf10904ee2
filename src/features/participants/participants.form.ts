import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import { cleanText } from '../../shared/form/clean.ts';
import { parseAges, parseCount } from '../../shared/form/numbers.ts';
import { line, nameSchema, optionalEmail } from '../../shared/form/person.schema.ts';
import { ACCESS_NEEDS, type Seated } from '../../shared/occasions/booking.ts';
import { LIMITS, formFaults as say } from './participants.text.ts';

/** What the forms send, as it was typed. */

const flag = z.literal('ja').optional().transform(Boolean);
const limited = (most: number) =>
  z
    .string()
    .default('')
    .transform(cleanText)
    .pipe(z.string().max(most, say.tooLong(most)));
const seats = z
  .string()
  .default('1')
  .transform((text) => (text.trim() === '' ? 1 : parseCount(text.trim())))
  .pipe(z.number(say.seats).min(1, say.seats).max(LIMITS.party, say.seats));

/** "4, 7 och 11 år" */
const ages = z
  .string()
  .default('')
  .transform((text, context) => {
    const read = parseAges(text);
    const isSomething = text.trim() === '' || (read && read.length > 0);
    if (read && isSomething && read.length <= LIMITS.party && read.every((age) => age <= LIMITS.age)) return read;
    context.addIssue({ code: 'custom', message: say.ages });
    return z.NEVER;
  });

const needs = {
  tillganglighet: z.array(z.enum(ACCESS_NEEDS)).catch([]),
  annat: limited(LIMITS.text),
  mat: limited(LIMITS.text),
  fraga: limited(LIMITS.question),
};
const how = {
  bokning: z.uuid(),
  form: z.enum(Constants.public.Enums.seat_form, say.form),
  tid: z.uuid(say.slot).optional(),
  barn: ages,
  ko: flag,
  anda: flag,
};

export const visitorForm = z.object({
  ...how,
  ...needs,
  namn: nameSchema(say.name),
  epost: optionalEmail,
  organisation: line.pipe(z.string().max(LIMITS.organisation, say.tooLong(LIMITS.organisation))),
  antal: seats,
});

/** `dorr`: the session at whose door they stand; `del`: its number; `utanfor`: it is not for them, and whoever adds them knows. */
export const homeForm = z.object({
  ...how,
  ...needs,
  hem: z.coerce.number().int().positive(),
  vuxna: z.array(z.uuid()).catch([]).pipe(z.array(z.uuid()).min(1, say.adult)),
  dorr: z.uuid().optional(),
  del: line,
  utanfor: flag,
});

/** `bara`: this evening alone, not the whole course. */
export const doorForm = z.object({
  bokning: z.uuid(),
  dorr: z.uuid(),
  del: line,
  form: z.enum(Constants.public.Enums.seat_form),
  namn: nameSchema(say.name),
  epost: optionalEmail,
  antal: seats,
  barn: ages,
  bara: flag,
  anda: flag,
});

/** Where to: number, form and slot in one choice. */
export const moveForm = z.object({
  bokning: z.uuid(),
  ny: z.uuid(),
  till: z.string(say.target).transform((text, context) => {
    const [, number, form, session] = /^(\d{1,12}) (digital|physical)(?: ([0-9a-f-]{36}))?$/.exec(text) ?? [];
    if (number && form) return { number: Number(number), form: form as 'digital' | 'physical', session };
    context.addIssue({ code: 'custom', message: say.target });
    return z.NEVER;
  }),
  ko: flag,
  anda: flag,
});

type Needs = { tillganglighet: string[]; annat: string; mat: string; fraga: string };

/** As the database reads them; nothing where nothing is needed. */
export function needsAsText({ tillganglighet, annat, mat, fraga }: Needs): string {
  const said = { access: tillganglighet, accessText: annat, food: mat, question: fraga };
  return JSON.stringify(Object.fromEntries(Object.entries(said).filter(([, value]) => value.length > 0)));
}

/** A visitor with so many seats: they themselves, who comes along, and children. */
export function partyOf(name: string, seats: number, children: readonly number[]): Seated[] {
  return [{ name }, ...Array.from({ length: seats - 1 }, () => ({})), ...children.map((age) => ({ age }))];
}
