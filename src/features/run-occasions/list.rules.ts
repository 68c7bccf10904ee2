import { Temporal } from 'temporal-polyfill';
import { SEAT_FORMS, type SeatForm } from '../../shared/occasions/occasion.ts';
import { lastFridayOf } from '../../shared/time/last-friday.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';
import type { DeskForm, DeskRow } from './run-occasions.schema.ts';

/** The forms in which it is held, and how full each is. Slots that are held in both are shown once. */
export function formsHeld(row: Pick<DeskRow, 'digital' | 'physical' | 'isSlotted'>): { name: SeatForm; form: DeskForm }[] {
  const forms = SEAT_FORMS.flatMap((name) => {
    const form = row[name];
    return form ? [{ name, form }] : [];
  });
  return row.isSlotted ? forms.toSorted((one, other) => other.form.seats - one.form.seats).slice(0, 1) : forms;
}

/** Seats that are booked or kept for who has been offered them. */
export const takenOf = ({ booked, offered }: Pick<DeskForm, 'booked' | 'offered'>): number => booked + offered;

/** What must be decided comes first: proposals, then drafts; the rest by the month in which it begins. */
export function sorted(rows: readonly DeskRow[]): { unsettled: DeskRow[]; months: { month: string; rows: DeskRow[] }[] } {
  const isUnsettled = ({ state }: DeskRow) => state === 'proposed' || state === 'draft';
  const months = new Map<string, DeskRow[]>();
  for (const row of rows.filter((one) => !isUnsettled(one))) {
    const month = row.startsAt ? inStockholm(row.startsAt).toPlainDate().toPlainYearMonth().toString() : 'utan';
    months.set(month, [...(months.get(month) ?? []), row]);
  }
  const unsettled = rows.filter(isUnsettled).toSorted((one, other) => rank(one) - rank(other) || byTime(one, other));
  return {
    unsettled,
    months: [...months].toSorted(([one], [other]) => one.localeCompare(other)).map(([month, its]) => ({ month, rows: its })),
  };
}

const rank = ({ state }: DeskRow) => (state === 'proposed' ? 0 : 1);

function byTime({ startsAt: one }: DeskRow, { startsAt: other }: DeskRow): number {
  if (!one || !other) return Number(!one) - Number(!other);
  return Temporal.Instant.compare(one, other);
}

/** The last Friday of the month of this day. */
export const lastFridayIn = (day: string): Temporal.PlainDate => lastFridayOf(Temporal.PlainDate.from(day).toPlainYearMonth());

/** What can be done to an occasion as it stands. */
export type Act =
  | 'publish'
  | 'draft'
  | 'close'
  | 'open'
  | 'discard'
  | 'restore'
  | 'change'
  | 'move'
  | 'cancel'
  | 'message'
  | 'capacity'
  | 'link';

type Standing = Pick<DeskRow, 'state' | 'endsAt'> & {
  isBooked: boolean;
  bookingClosedAt: unknown;
  publishedAt: unknown;
  isSlotted: boolean;
};

export function actsOf(
  { state, endsAt, isBooked, bookingClosedAt, publishedAt, isSlotted }: Standing,
  now: Temporal.Instant,
): Set<Act> {
  const isOver = endsAt !== null && Temporal.Instant.compare(endsAt, now) <= 0;
  if (state === 'cancelled') return new Set(publishedAt === null ? ['restore'] : []);
  if (state !== 'published') return new Set(['publish', 'change', 'discard', 'link']);
  if (isOver) return new Set(['message']);
  const acts: (Act | false)[] = [
    'change',
    'move',
    'cancel',
    'message',
    'link',
    bookingClosedAt === null ? 'close' : 'open',
    !isSlotted && 'capacity',
    !isBooked && 'draft',
  ];
  return new Set(acts.filter((act) => act !== false));
}
