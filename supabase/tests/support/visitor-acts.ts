import { GATE, type Ground } from './grounds.ts';
import { type Form, linkKey, type visitor } from './occasions.ts';

export type Answer = {
  ok: boolean;
  reason?: string;
  state?: 'booked' | 'waiting' | 'cancelled';
  form?: Form;
  inLine?: number;
  [more: string]: unknown;
};
export type View = {
  state: string;
  form: Form;
  seats: number;
  sessions: { id: string }[];
  people: { id: string }[];
  line?: { state: string; place?: number; seats: number; slot?: { id: string } };
  about: Record<Form, { free: number; inLine: number } | null>;
};
type Change = { form?: Form; seats?: number; session?: string | null; wait?: boolean };

const named = (args: object) =>
  Object.keys(args)
    .map((name, at) => `${name} => $${at + 1}`)
    .join(', ');

/** Calls one of the public functions as the website would, past the API: quicker, and with the connection that one wishes. */
export async function called<T>(run: Ground['sql'], fn: string, args: object): Promise<T> {
  const [row] = await run<{ answer: T }>(`select public.${fn}(${named(args)}) as answer`, Object.values(args));
  return row?.answer as T;
}

const party = (seats: number) => JSON.stringify([{ name: 'Vera Exempelgren' }, ...Array.from({ length: seats - 1 }, () => ({}))]);

/** What a visitor does with the link of their mail. */
export function visitorActs(run: Ground['sql']) {
  const link = (id: string) => ({ p_gate: GATE, p_id: id, p_key: linkKey(id) });
  return {
    book: (args: ReturnType<typeof visitor>) => called<Answer>(run, 'book_as_visitor', args),
    view: (id: string) => called<View>(run, 'visitor_booking', link(id)),
    change: (id: string, { form = 'digital', seats = 1, session = null, wait = false }: Change) =>
      called<Answer>(run, 'change_visitor_booking', {
        ...link(id),
        p_form: form,
        p_people: party(seats),
        p_wait: wait,
        p_session: session,
      }),
    needs: (id: string, needs: object) =>
      called<Answer>(run, 'set_visitor_needs', { ...link(id), p_needs: JSON.stringify(needs) }),
    act: (id: string, act: 'cancel' | 'accept' | 'pass' | 'leave' | 'suits') =>
      called<Answer>(run, 'act_on_visitor_booking', { ...link(id), p_act: act }),
  };
}

/** As the desk does: holds the occasion, sets its seats and lets the line follow. */
export const resize = (run: Ground['sql'], number: number, digital: number | null, physical: number | null) =>
  run('select tests.resize($1, $2, $3)', [number, digital, physical]);

/** For `resize` on a ground without the cast. */
export const RESIZE = `
  create schema if not exists tests;
  create or replace function tests.resize(p_number bigint, p_digital integer, p_physical integer) returns integer language plpgsql as $$
  declare
    v_occasion public.occasion := private.hold_occasion(p_number);
  begin
    update public.occasion set digital_seats = p_digital, physical_seats = p_physical where id = v_occasion.id returning * into v_occasion;
    return private.follow_line(v_occasion);
  end
  $$`;
