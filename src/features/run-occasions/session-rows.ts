import { Temporal } from 'temporal-polyfill';
import { cleanLine } from '../../shared/form/clean.ts';
import type { Fault } from '../../shared/form/faults.ts';
import type { Lists } from '../../shared/form/typed.ts';
import { SESSION_FORMS, type SessionForm } from '../../shared/occasions/occasion.ts';
import type { SessionColumns } from './columns.ts';
import { dayAndTime, momentAt, readDay, readTime } from './moment.ts';
import type { DeskSession } from './run-occasions.schema.ts';
import { LIMITS, formFaults as say } from './run-occasions.text.ts';

/** The fields of one session; in the form each has the session's turn after it: `dag1`. */
const FIELDS = ['traff', 'dag', 'fran', 'till', 'form', 'plats', 'adress'] as const;
type Field = (typeof FIELDS)[number];
type Row = Record<Field, string>;

export const MOST_ROWS = 20;
const EMPTY: Row = { traff: '', dag: '', fran: '', till: '', form: 'digital', plats: '', adress: '' };

/** How many sessions the form has. */
export const rowCount = (typed: Lists): number => Math.min(Math.max(Number(typed.rader?.[0]) || 1, 1), MOST_ROWS);

const rowAt = (typed: Lists, at: number): Row => {
  const fields = FIELDS.map((field) => [field, typed[`${field}${at}`]?.[0] ?? EMPTY[field]] as const);
  return Object.fromEntries(fields) as Row;
};
const rowsIn = (typed: Lists): Row[] => Array.from({ length: rowCount(typed) }, (_, at) => rowAt(typed, at + 1));

/** The form's fields for these sessions. */
export function typedRows(rows: readonly Partial<Row>[]): Lists {
  const fields = rows.flatMap((row, at) =>
    Object.entries({ ...EMPTY, ...row }).map(([field, text]) => [`${field}${at + 1}`, [text]]),
  );
  return { rader: [String(rows.length)], ...Object.fromEntries(fields) };
}

export const rowOf = ({ id, startsAt, endsAt, form, place, address }: DeskSession): Row => {
  const from = dayAndTime(startsAt);
  return {
    traff: id,
    dag: from.day,
    fran: from.time,
    till: dayAndTime(endsAt).time,
    form,
    plats: place ?? '',
    adress: address ?? '',
  };
};

/** What the form shows when a session was added (`fler`, a week after the last one) or taken away (`bort-3`); undefined for neither. */
export function withOtherRows(typed: Lists): Lists | undefined {
  const asked = typed.rad?.[0];
  const rows = rowsIn(typed);
  const { rad: _, ...rest } = typed;
  const others = Object.fromEntries(Object.entries(rest).filter(([name]) => !/^[a-z]+\d+$/.test(name)));
  if (asked === 'fler') {
    const last = rows.at(-1) ?? EMPTY;
    const next = readDay(last.dag)?.add({ weeks: 1 }).toString() ?? '';
    return { ...others, ...typedRows([...rows, { ...last, traff: '', dag: next }].slice(0, MOST_ROWS)) };
  }
  const [, gone] = /^bort-(\d+)$/.exec(asked ?? '') ?? [];
  if (gone === undefined || rows.length === 1) return undefined;
  return { ...others, ...typedRows(rows.filter((_row, at) => at !== Number(gone) - 1)) };
}

/** Reads the sessions; `before`: those that are there, of whom the rest is kept. */
export function readRows(typed: Lists, before: readonly DeskSession[]): { sessions: SessionColumns[]; faults: Fault[] } {
  const read = rowsIn(typed).map((row, at) => readRow(row, at + 1, before));
  return {
    sessions: read.flatMap((one) => ('session' in one ? [one.session] : [])),
    faults: read.flatMap((one) => ('faults' in one ? one.faults : [])),
  };
}

function readRow(row: Row, at: number, before: readonly DeskSession[]): { session: SessionColumns } | { faults: Fault[] } {
  const [day, from, to] = [readDay(row.dag), readTime(row.fran), readTime(row.till)];
  const where = { place: cleanLine(row.plats), address: cleanLine(row.adress) };
  const faults = [
    ...placeFaults(where, at),
    ...(day ? [] : [{ name: `dag${at}`, text: say.day }]),
    ...(from ? [] : [{ name: `fran${at}`, text: say.time }]),
    ...(to ? [] : [{ name: `till${at}`, text: say.time }]),
  ];
  if (!day || !from || !to || faults.length > 0) return { faults };
  if (Temporal.PlainTime.compare(to, from) <= 0) return { faults: [{ name: `till${at}`, text: say.backwards }] };
  const old = before.find(({ id }) => id === row.traff);
  return {
    session: {
      ...(old && { id: old.id }),
      starts_at: momentAt(day, from).toString(),
      ends_at: momentAt(day, to).toString(),
      form: SESSION_FORMS.find((form) => form === row.form) ?? ('digital' satisfies SessionForm),
      ...placeColumns(where),
      digital_link: old?.digitalLink ?? null,
      staff_id: old?.staff ?? null,
    },
  };
}

type Where = { place: string; address: string };

function placeFaults({ place, address }: Where, at: number): Fault[] {
  return [
    ...(place.length > LIMITS.place ? [{ name: `plats${at}`, text: say.place }] : []),
    ...(address.length > LIMITS.address ? [{ name: `adress${at}`, text: say.address }] : []),
  ];
}

/** An address without a place of its own belongs nowhere. */
const placeColumns = ({ place, address }: Where) => ({ place: place || null, address: (place && address) || null });
