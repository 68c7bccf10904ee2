import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import { cleanText } from '../../shared/form/clean.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { line } from '../../shared/form/person.schema.ts';
import { firsts, type Lists } from '../../shared/form/typed.ts';
import type { Audience } from '../../shared/occasions/occasion.ts';
import { held, type OccasionColumns, type SessionColumns, sessionColumns } from './columns.ts';
import { dayAndTime, momentAt, readDay, readTime } from './moment.ts';
import type { DeskOccasion } from './run-occasions.schema.ts';
import { LIMITS, formFaults as say } from './run-occasions.text.ts';
import { readRows, rowOf, typedRows } from './session-rows.ts';

const { audience, municipality } = Constants.public.Enums;
const flag = z.literal('ja').optional().catch(undefined).transform(Boolean);
const maybe = (longest: number, tooLong: string) =>
  line.pipe(z.string().max(longest, tooLong)).transform((text) => (text === '' ? null : text));
const seats = line.transform((text, context) => {
  if (text === '') return null;
  if (/^\d{1,4}$/.test(text) && Number(text) <= 2000) return Number(text);
  context.addIssue({ code: 'custom', message: say.seats });
  return z.NEVER;
});
export const seatsSchema = z.object({ digitalt: seats, fysiskt: seats });
export const linkSchema = line
  .pipe(
    z.union(
      [
        z.literal(''),
        z
          .string()
          .max(LIMITS.link, say.link)
          .regex(/^https:\/\/[^\s<>"]+$/, say.link),
      ],
      say.link,
    ),
  )
  .transform((text) => text || null);

const fields = z
  .object({
    namn: line.pipe(z.string().min(1, say.title).max(LIMITS.title, say.titleTooLong)),
    tema: maybe(LIMITS.theme, say.theme),
    om: z
      .string()
      .default('')
      .transform(cleanText)
      .pipe(z.string().max(LIMITS.about, say.about))
      .transform((text) => text || null),
    publik: z.array(z.enum(audience)).min(1, say.audience),
    kommuner: z.array(z.enum(municipality)),
    kommun: z.enum(municipality).nullable().catch(null),
    plats: maybe(LIMITS.place, say.place),
    adress: maybe(LIMITS.address, say.address),
    lank: linkSchema,
    barn: flag,
    intyg: flag,
    sallskap: z.coerce.number(say.party).int(say.party).min(1, say.party).max(20, say.party),
  })
  .extend(seatsSchema.shape)
  .refine(({ publik, kommuner }) => !publik.includes('everyone') || kommuner.length === 0, {
    path: ['kommuner'],
    message: say.everyoneEverywhere,
  });

const MOMENTS = ['oppnar', 'stanger', 'byter'] as const;

export type ReadOccasion = { ok: true; columns: OccasionColumns } | { ok: false; faults: Fault[] };

/**
 * An occasion as it was typed. `before`: as it is; of one that is booked, its sessions and its place stay as they are. `slots`: the
 * sessions, when they do not stand in rows.
 */
export function readOccasion(typed: Lists, before?: DeskOccasion, slots?: SessionColumns[]): ReadOccasion {
  const first = firsts(typed);
  const read = fields.safeParse({ ...first, publik: typed.publik ?? [], kommuner: typed.kommuner ?? [] });
  const moments = MOMENTS.map((name) => readMoment(first[`${name}Dag`], first[`${name}Tid`]));
  const halves = MOMENTS.filter((_name, at) => moments[at] === HALF);
  const rows = sessionsIn(typed, before, slots);
  const faults = [
    ...(read.success ? [] : faultsOf(read.error.issues)),
    ...(read.data && !rows.isSlotted && rows.faults.length === 0 ? faultsOfSeats(read.data, rows.sessions) : []),
    ...rows.faults,
    ...halves.map((name) => ({ name: `${name}Dag`, text: say.bothOrNone })),
  ];
  if (!read.data || faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    columns: { ...columnsIn(read.data, rows.isSlotted, before), ...momentColumns(moments), sessions: rows.sessions },
  };
}

function sessionsIn(typed: Lists, before?: DeskOccasion, slots?: SessionColumns[]) {
  const isSlotted = before?.isSlotted ?? slots !== undefined;
  if (slots) return { isSlotted, sessions: slots, faults: [] };
  if (before && (before.isBooked || isSlotted)) return { isSlotted, sessions: held(before).map(sessionColumns), faults: [] };
  return { isSlotted, ...readRows(typed, before?.sessions ?? []) };
}

function columnsIn(data: z.output<typeof fields>, isSlotted: boolean, before: DeskOccasion | undefined) {
  const { place, address } = before?.isBooked ? before : { place: data.plats, address: data.adress };
  return {
    title: data.namn,
    theme: data.tema,
    about: data.om,
    audience: data.publik,
    municipalities: data.kommuner,
    municipality: data.kommun,
    place,
    address,
    digital_link: data.lank,
    is_slotted: isSlotted,
    ...(isSlotted
      ? {
          digital_seats: null,
          physical_seats: null,
        }
      : {
          digital_seats: data.digitalt,
          physical_seats: data.fysiskt,
        }),
    takes_children: data.barn,
    gives_certificate: data.intyg,
    largest_party: data.sallskap,
  };
}

type Moment = string | null | typeof HALF;
const HALF = Symbol('half');

function momentColumns(moments: readonly Moment[]) {
  const [opens = null, closes = null, switches = null] = moments.map((moment) => (moment === HALF ? null : moment));
  return { booking_opens_at: opens, booking_closes_at: closes, switch_until: switches };
}

function readMoment(day: string | undefined, time: string | undefined): Moment {
  if (!day?.trim() && !time?.trim()) return null;
  const [date, clock] = [readDay(day), readTime(time)];
  return date && clock ? momentAt(date, clock).toString() : HALF;
}

/** Seats and the forms of the sessions say the same. */
function faultsOfSeats(data: z.output<typeof seatsSchema>, sessions: readonly SessionColumns[]): Fault[] {
  const digital = sessions.some(({ form }) => form !== 'physical');
  const physical = sessions.some(({ form }) => form !== 'digital');
  const hybrid = sessions.some(({ form }) => form === 'hybrid');
  // Of a course with evenings of both kinds, everybody takes all of them: its seats are of one form.
  const lacks = (own: number | null, other: number | null) => own === null && (hybrid || other === null);
  const faults: (Fault | false)[] = [
    data.digitalt !== null && !digital && { name: 'digitalt', text: say.noDigital },
    data.fysiskt !== null && !physical && { name: 'fysiskt', text: say.noPhysical },
    digital && lacks(data.digitalt, data.fysiskt) && { name: 'digitalt', text: physical ? say.digitalSeats : say.noSeats },
    physical && lacks(data.fysiskt, data.digitalt) && { name: 'fysiskt', text: digital ? say.physicalSeats : say.noSeats },
  ];
  return faults.filter((fault) => fault !== false);
}

/** The form's fields for an occasion as it is. */
export function typedOccasion(occasion: DeskOccasion): Lists {
  const moments = [occasion.bookingOpensAt, occasion.bookingClosesAt, occasion.switchUntil].flatMap((moment, at) => {
    const { day, time } = moment ? dayAndTime(moment) : { day: '', time: '' };
    return [[`${MOMENTS[at]}Dag`, [day]] as const, [`${MOMENTS[at]}Tid`, [time]] as const];
  });
  const word = (value: string | number | null) => [value === null ? '' : String(value)];
  return {
    namn: [occasion.title],
    tema: word(occasion.theme),
    om: word(occasion.about),
    publik: [...occasion.audience],
    kommuner: [...occasion.municipalities],
    kommun: word(occasion.municipality),
    plats: word(occasion.place),
    adress: word(occasion.address),
    lank: word(occasion.digitalLink),
    digitalt: word(occasion.digitalSeats),
    fysiskt: word(occasion.physicalSeats),
    sallskap: word(occasion.largestParty),
    ...(occasion.takesChildren && { barn: ['ja'] }),
    ...(occasion.givesCertificate && { intyg: ['ja'] }),
    ...Object.fromEntries(moments),
    ...typedRows(held(occasion).map(rowOf)),
  };
}

/** What a new occasion is like to begin with. */
export type Beginning = {
  title: string;
  audience: readonly Audience[];
  largestParty: number;
  takesChildren: boolean;
  givesCertificate: boolean;
};

export const typedBeginning = ({ title, audience: whom, largestParty, takesChildren, givesCertificate }: Beginning): Lists => ({
  namn: [title],
  publik: [...whom],
  sallskap: [String(largestParty)],
  ...(takesChildren && { barn: ['ja'] }),
  ...(givesCertificate && { intyg: ['ja'] }),
  ...typedRows([{}]),
});
