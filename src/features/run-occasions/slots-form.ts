import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { firsts, type Lists } from '../../shared/form/typed.ts';
import { SESSION_FORMS, type SessionForm } from '../../shared/occasions/occasion.ts';
import { cutSchema } from './asked.schema.ts';
import type { SessionColumns } from './columns.ts';
import { formFaults as say } from './run-occasions.text.ts';
import { cutSlots, MOST_SLOTS, type Slot } from './slots.rules.ts';

/** Who meets the families. */
export const staffIn = (typed: Lists): string[] => (typed.vem ?? []).filter((id) => /^[0-9a-f-]{36}$/.test(id));

/** The slots that a day is cut into, as it was typed. `taken`: how many there are already. */
export function readCut(typed: Lists, taken = 0): { ok: true; slots: SessionColumns[] } | { ok: false; faults: Fault[] } {
  const read = cutSchema.safeParse(firsts(typed));
  if (!read.success) return { ok: false, faults: faultsOf(read.error.issues) };
  const cut = cutOf(read.data, read.data.dag, staffIn(typed));
  if ('fault' in cut) return { ok: false, faults: [cut.fault] };
  if (cut.slots.length + taken > MOST_SLOTS) return { ok: false, faults: [{ name: 'langd', text: say.manySlots }] };
  return { ok: true, slots: cut.slots.map((slot) => slotColumns(slot, formIn(typed))) };
}

type Cut = Pick<z.output<typeof cutSchema>, 'fran' | 'till' | 'langd' | 'paus'>;

/** That day cut so, or what is wrong with it. */
export function cutOf(
  { fran, till, langd, paus }: Cut,
  day: Temporal.PlainDate,
  staff: readonly string[],
): { slots: Slot[] } | { fault: Fault } {
  if (Temporal.PlainTime.compare(till, fran) <= 0) return { fault: { name: 'till', text: say.backwards } };
  const slots = cutSlots({ day, from: fran, to: till, length: langd, pause: paus, staff });
  return slots.length === 0 ? { fault: { name: 'langd', text: say.noSlots } } : { slots };
}

export const formIn = (typed: Lists): SessionForm => SESSION_FORMS.find((form) => form === typed.form?.[0]) ?? 'digital';

export const slotColumns = ({ startsAt, endsAt, staff }: Slot, form: SessionForm): SessionColumns => ({
  starts_at: startsAt.toString(),
  ends_at: endsAt.toString(),
  form,
  place: null,
  address: null,
  digital_link: null,
  staff_id: staff ?? null,
});
