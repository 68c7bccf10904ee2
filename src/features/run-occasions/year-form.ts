import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { line } from '../../shared/form/person.schema.ts';
import { firsts, type Lists } from '../../shared/form/typed.ts';
import type { SessionForm } from '../../shared/occasions/occasion.ts';
import type { NamedDayOff } from '../../shared/time/days-off.ts';
import { type FridayOfMonth, fridaysOf } from '../../shared/time/friday-year.ts';
import type { LastFridayRule } from '../../shared/time/last-friday.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { cutFields } from './asked.schema.ts';
import { momentAt } from './moment.ts';
import { linkSchema, seatsSchema } from './occasion-form.ts';
import { LIMITS, formFaults as say } from './run-occasions.text.ts';
import type { Slot } from './slots.rules.ts';
import { cutOf, formIn, slotColumns, staffIn } from './slots-form.ts';

export type YearRule = { rule: Pick<LastFridayRule, 'andringar'>; daysOff: readonly NamedDayOff[]; now: Temporal.Instant };

/** The days of a year that are still to come. */
export function daysAhead(year: number, { rule, daysOff, now }: YearRule): FridayOfMonth[] {
  const today = inStockholm(now).toPlainDate();
  return fridaysOf(year, rule, daysOff).filter(({ on, month }) =>
    on ? Temporal.PlainDate.compare(on, today) > 0 : Temporal.PlainYearMonth.compare(month, today.toPlainYearMonth()) >= 0,
  );
}

/** The years that can be made: this one and the two after it. */
export const yearsToMake = (now: Temporal.Instant): number[] => [0, 1, 2].map((more) => inStockholm(now).year + more);

const fields = z
  .object({
    ar: z.coerce.number(say.year).int(say.year),
    satt: z.enum(['grupp', 'tider']),
    fran: cutFields.fran,
    till: cutFields.till,
    plats: line.pipe(z.string().max(LIMITS.place, say.place)),
    adress: line.pipe(z.string().max(LIMITS.address, say.address)),
    lank: linkSchema,
    publicera: z.literal('ja').optional().catch(undefined).transform(Boolean),
  })
  .extend(seatsSchema.shape);
const cut = z.object({ langd: cutFields.langd, paus: cutFields.paus });

/** A year of Så funkar det as `make_information_year` takes it. */
export function readYear(
  typed: Lists,
  title: string,
  rule: YearRule,
): { ok: true; year: object } | { ok: false; faults: Fault[] } {
  const first = firsts(typed);
  const read = fields.safeParse(first);
  // In a group one sits together from the first minute to the last.
  const slots = first.satt === 'tider' ? cut.safeParse(first) : undefined;
  const issues = [...(read.error?.issues ?? []), ...(slots?.error?.issues ?? [])];
  if (!read.data || issues.length > 0) return { ok: false, faults: faultsOf(issues) };
  const form = slots ? formIn(typed) : groupForm(read.data);
  const faults = yearFaults(read.data, slots !== undefined, form, rule.now);
  if (faults.length > 0) return { ok: false, faults };
  const months = daysAhead(read.data.ar, rule).flatMap((day) => (day.on ? [{ ...day, on: day.on }] : []));
  const cuts = months.map(({ on }) => slotsOn(on, read.data, slots?.data, staffIn(typed)));
  const wrong = cuts.find((one) => 'fault' in one);
  if (wrong) return { ok: false, faults: [wrong.fault] };
  return {
    ok: true,
    year: {
      ...columnsIn(read.data, slots !== undefined),
      title,
      months: months.map(({ month, isProposed }, at) => ({
        month: month.toPlainDate({ day: 1 }).toString(),
        proposed: isProposed,
        sessions: slotsIn(cuts[at]).map((slot) => slotColumns(slot, form)),
      })),
    },
  };
}

type Data = z.output<typeof fields>;
type Cuts = ReturnType<typeof cutOf>;

const slotsIn = (one: Cuts | undefined): Slot[] => (one && 'slots' in one ? one.slots : []);

function groupForm({ digitalt, fysiskt }: Data): SessionForm {
  if (digitalt !== null && fysiskt !== null) return 'hybrid';
  return fysiskt !== null ? 'physical' : 'digital';
}

function slotsOn(day: Temporal.PlainDate, data: Data, slots: z.output<typeof cut> | undefined, staff: readonly string[]): Cuts {
  if (slots) return cutOf({ ...data, ...slots }, day, staff);
  return { slots: [{ startsAt: momentAt(day, data.fran), endsAt: momentAt(day, data.till) }] };
}

function columnsIn(data: Data, isSlotted: boolean) {
  const seats = isSlotted ? { digitalt: null, fysiskt: null } : data;
  return {
    place: data.plats || null,
    address: data.adress || null,
    digital_link: data.lank,
    publish: data.publicera,
    is_slotted: isSlotted,
    digital_seats: seats.digitalt,
    physical_seats: seats.fysiskt,
  };
}

function yearFaults(data: Data, isSlotted: boolean, form: SessionForm, now: Temporal.Instant): Fault[] {
  const faults: (Fault | false)[] = [
    !yearsToMake(now).includes(data.ar) && { name: 'ar', text: say.year },
    Temporal.PlainTime.compare(data.till, data.fran) <= 0 && { name: 'till', text: say.backwards },
    !isSlotted && data.digitalt === null && data.fysiskt === null && { name: 'digitalt', text: say.noSeats },
    form !== 'digital' && data.plats === '' && { name: 'plats', text: say.where },
  ];
  return faults.filter((fault) => fault !== false);
}
