import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { nameSchema, optionalEmail, optionalPhone } from '../../shared/form/person.schema.ts';
import type { Lists } from '../../shared/form/typed.ts';
import { STOCKHOLM } from '../../shared/time/stockholm.ts';
import { byPhoneFaults as say } from './by-phone.text.ts';
import { CONTACT_TIMES, CONTACT_WAYS, homeSchema, startSchema } from './interest.schema.ts';
import { faultTexts } from './interest.text.ts';

const flag = z.literal('ja').optional().transform(Boolean);
const isoDay = z
  .string()
  .default('')
  .transform((text) => text.trim() || undefined)
  .pipe(z.iso.date(say.day).optional());

const callerSchema = z.object({
  firstName: nameSchema(say.firstName),
  lastName: nameSchema(say.lastName),
  way: z.enum(CONTACT_WAYS).catch('phone'),
  times: z.array(z.enum(CONTACT_TIMES)).default([]),
  coordinator: z.uuid().optional().catch(undefined),
});

const reachSchema = z
  .object({
    phone: optionalPhone,
    email: optionalEmail,
    invite: flag,
    protected: flag,
  })
  .superRefine(({ phone, email, invite, protected: hidden }, context) => {
    const fault = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
    if (!phone && !email) fault('phone', say.reach);
    if (invite && !email) fault('email', say.emailToInvite);
    if (invite && hidden) fault('invite', say.noMailToHidden);
  });

const nextSchema = z
  .object({ talked: z.enum(['ja', 'nej'], say.talked), callOn: isoDay })
  .refine(({ talked, callOn }) => talked === 'ja' || callOn, { path: ['callOn'], message: say.dayMissing });

/** A municipality of the six: somebody from elsewhere is helped on the telephone, and not written down. */
const ownStart = startSchema.refine(({ municipality }) => municipality !== 'elsewhere', {
  path: ['municipality'],
  message: faultTexts.municipality,
});

type Start = z.output<typeof startSchema>;
type Asked = z.output<typeof homeSchema> & z.output<typeof callerSchema> & z.output<typeof reachSchema>;
export type ByPhone = Omit<Start, 'municipality'> &
  Asked & {
    municipality: Exclude<Start['municipality'], 'elsewhere'>;
    /** The latest that the family is called; undefined when the talk has been had. */
    callBy: string | undefined;
  };

/**
 * Reads what staff wrote down. Its parts are read each by itself, so that everything that is wrong is said at once. `klockan`: the
 * hour by which calls are promised, `16:00`.
 */
export function readByPhone(
  lists: Lists,
  klockan: string,
  now: Temporal.Instant,
): { ok: true; registration: ByPhone } | { ok: false; faults: Fault[] } {
  const texts = Object.fromEntries(Object.entries(lists).map(([name, [first]]) => [name, first]));
  const typed = { adults: '', children: '', ages: '', question: '', ...texts, heard: lists.heard, times: lists.times };
  const caller = callerSchema.safeParse(typed);
  const reach = reachSchema.safeParse(typed);
  const start = ownStart.safeParse(typed);
  const home = homeSchema.safeParse(typed);
  const next = nextSchema.safeParse(typed);
  if (!caller.success || !reach.success || !start.success || !home.success || !next.success) {
    return { ok: false, faults: [caller, reach, start, home, next].flatMap(({ error }) => faultsOf(error?.issues ?? [])) };
  }
  const { talked, callOn } = next.data;
  const callBy = talked === 'nej' && callOn ? hourOf(callOn, klockan) : undefined;
  if (callBy && Temporal.Instant.compare(callBy, now) <= 0)
    return { ok: false, faults: [{ name: 'callOn', text: say.dayAhead }] };
  const municipality = start.data.municipality as ByPhone['municipality'];
  return {
    ok: true,
    registration: { ...start.data, ...home.data, ...caller.data, ...reach.data, municipality, callBy: callBy?.toString() },
  };
}

function hourOf(day: string, klockan: string): Temporal.Instant {
  const plainTime = Temporal.PlainTime.from(klockan);
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: STOCKHOLM, plainTime }).toInstant();
}
