import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import { cleanText } from '../../shared/form/clean.ts';
import { optionalPhone } from '../../shared/form/person.schema.ts';
import { timestamp } from '../../shared/time/timestamp.ts';
import { wayStepSchema } from '../../shared/way.ts';
import { faultTexts, LIMITS } from './my-home.text.ts';

const { household_phase, staff_role, access_action, access_ground } = Constants.public.Enums;

/** One's own matter, as `my_home()` tells it. Of the others there is a name, and contact when both have said yes. */
export const homeSchema = z.object({
  number: z.number(),
  phase: z.enum(household_phase),
  registeredAt: timestamp,
  protected: z.boolean(),
  /** Null when no time is promised: who came by invitation, and once staff have noted that you have talked. */
  callBy: timestamp.nullable(),
  way: z.array(wayStepSchema),
  /** The first day of the month in which the family wants to be asked again. */
  pausedUntil: z.iso.date().nullable(),
  isFosterHome: z.boolean(),
  isEmergencyHome: z.boolean(),
  /** Messages from GFO that one has not read. */
  unread: z.number(),
  /** Who has been asked to come in and has not answered. */
  asked: z.array(z.object({ id: z.uuid(), name: z.string(), byMe: z.boolean() })),
  me: z.object({
    firstName: z.string(),
    lastName: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    sharesContact: z.boolean(),
    silentSince: timestamp.nullable(),
    silentTimes: z.string().nullable(),
    silentTakesCodes: z.boolean(),
  }),
  others: z.array(z.object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() })),
  coordinators: z.array(z.string()),
});
export type Home = z.output<typeof homeSchema>;

/** One line of who has opened the home: a role, never a person. `ground`: null when it was only found, not to be opened. */
export const openingSchema = z.object({
  id: z.number(),
  at: timestamp,
  role: z.enum(staff_role),
  action: z.enum(access_action),
  ground: z.enum(access_ground).nullable(),
});
export type Opening = z.output<typeof openingSchema>;

/** A telephone number as it is kept; undefined when the field was emptied. */
export const phoneSchema = optionalPhone.transform((phone) => phone?.value);

/** When telephone is welcome on the silent way. */
const timesSchema = z
  .string()
  .transform(cleanText)
  .transform((text, context) => {
    if (text === '') context.addIssue({ code: 'custom', message: faultTexts.timesMissing });
    if (text.length > LIMITS.times) context.addIssue({ code: 'custom', message: faultTexts.timesTooLong(text.length) });
    return text;
  });

/** The form of the silent way, under its fields' names. It needs a number to ring. */
export const silenceSchema = z.object({
  telefon: phoneSchema.transform((phone, context) => {
    if (phone) return phone;
    context.addIssue({ code: 'custom', message: faultTexts.phoneForSilence });
    return z.NEVER;
  }),
  tider: timesSchema,
  kod: z.enum(['ja', 'nej'], faultTexts.codesUnsaid).transform((codes) => codes === 'ja'),
  dolj: z.string().transform((hide) => hide === 'ja'),
});
export type SilenceWish = z.output<typeof silenceSchema>;
