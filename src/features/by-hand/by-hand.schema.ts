import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import { cleanText } from '../../shared/form/clean.ts';
import { nameSchema, optionalEmail, optionalPhone } from '../../shared/form/person.schema.ts';
import type { Lists } from '../../shared/form/typed.ts';
import { LIMITS, personFaults, homeFaults as say } from './by-hand.text.ts';

const flag = z.literal('ja').optional().transform(Boolean);

const first = z.object({
  fornamn1: nameSchema(personFaults.firstName),
  efternamn1: nameSchema(personFaults.lastName),
  epost1: optionalEmail,
  telefon1: optionalPhone,
});
const second = z.object({
  fornamn2: nameSchema(personFaults.firstName),
  efternamn2: nameSchema(personFaults.lastName),
  epost2: optionalEmail,
  telefon2: optionalPhone,
});
const SECOND = ['fornamn2', 'efternamn2', 'epost2', 'telefon2'] as const;

const homeItself = z
  .object({
    slag: z.array(z.enum(['familjehem', 'jourhem'])).min(1, say.kind),
    kommun: z.enum(Constants.public.Enums.municipality, say.municipality),
    adress: z.string().default('').transform(cleanText).pipe(z.string().max(LIMITS.address, say.address)),
    samordnare: z.uuid().optional().catch(undefined),
    bjud: flag,
    skydd: flag,
  })
  .refine(({ bjud, skydd }) => !(bjud && skydd), { path: ['bjud'], message: say.noMailToHidden });

export type Adult = {
  first: string;
  last: string;
  email?: { address: string; key: string } | undefined;
  phone?: { value: string } | undefined;
};
export type NewHome = z.output<typeof homeItself> & { adults: Adult[] };

type Issue = { path: PropertyKey[]; message: string };

/** A home that is there already, as it was typed. The second adult is left out when nothing is written about them. */
export function readHome(typed: Lists): { ok: true; home: NewHome } | { ok: false; issues: Issue[] } {
  const texts = Object.fromEntries(Object.entries(typed).map(([field, [text]]) => [field, text]));
  const itself = homeItself.safeParse({ ...texts, slag: typed.slag ?? [], samordnare: texts.samordnare || undefined });
  const one = first.safeParse(texts);
  const isAlone = SECOND.every((field) => !texts[field]?.trim());
  const two = isAlone ? undefined : second.safeParse(texts);
  if (!itself.success || !one.success || two?.success === false)
    return { ok: false, issues: [itself, one, two].flatMap((read) => read?.error?.issues ?? []) };
  const adults: Adult[] = [
    { first: one.data.fornamn1, last: one.data.efternamn1, email: one.data.epost1, phone: one.data.telefon1 },
    ...(two ? [{ first: two.data.fornamn2, last: two.data.efternamn2, email: two.data.epost2, phone: two.data.telefon2 }] : []),
  ];
  if (itself.data.bjud && !adults.some((adult) => adult.email))
    return { ok: false, issues: [{ path: ['bjud'], message: say.emailToInvite }] };
  return { ok: true, home: { ...itself.data, adults } };
}
