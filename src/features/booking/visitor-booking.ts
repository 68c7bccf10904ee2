import { z } from 'zod';
import { type Db, siteGate } from '../../shared/db/clients.ts';
import { type BookingAnswer, bookingAnswerSchema, bookingViewSchema, type Seated } from '../../shared/occasions/booking.ts';
import type { SeatForm } from '../../shared/occasions/occasion.ts';
import type { Link } from './link.ts';

/** What a press on the booking's own page does. */
export const ACTS = ['cancel', 'accept', 'pass', 'leave', 'suits'] as const;
export type Act = (typeof ACTS)[number];

export type Change = { form: SeatForm; session: string | undefined; people: Seated[]; wait: boolean };

const visitorViewSchema = bookingViewSchema.extend({ name: z.string().nullable(), email: z.string().nullable() });
export type VisitorView = z.output<typeof visitorViewSchema>;

/** Nobody's any more, or not this person's. */
export const GONE: BookingAnswer = { ok: false, reason: 'ended' };

const at = ({ id, key }: Link) => ({ p_gate: siteGate(), p_id: id, p_key: key });

/** A visitor's booking; undefined when there is none any more: it was erased. */
export async function visitorBooking(link: Link, db: Db): Promise<VisitorView | undefined> {
  const { data, error } = await db.rpc('visitor_booking', at(link));
  if (error?.code === '42501') return undefined;
  if (error) throw new Error(`visitor_booking: ${error.code} ${error.message}`);
  return visitorViewSchema.parse(data);
}

export async function actOnVisitorBooking(link: Link, act: Act, db: Db): Promise<BookingAnswer> {
  const { data, error } = await db.rpc('act_on_visitor_booking', { ...at(link), p_act: act });
  if (error?.code === '42501') return GONE;
  if (error) throw new Error(`act_on_visitor_booking: ${error.code} ${error.message}`);
  return bookingAnswerSchema.parse(data);
}

export async function changeVisitorBooking(link: Link, change: Change, db: Db): Promise<BookingAnswer> {
  const { data, error } = await db.rpc('change_visitor_booking', { ...at(link), ...changeArgs(change) });
  if (error?.code === '42501') return GONE;
  if (error) throw new Error(`change_visitor_booking: ${error.code} ${error.message}`);
  return bookingAnswerSchema.parse(data);
}

export async function setVisitorNeeds(link: Link, needs: string, db: Db): Promise<BookingAnswer> {
  const { data, error } = await db.rpc('set_visitor_needs', { ...at(link), p_needs: needs });
  if (error?.code === '42501') return GONE;
  if (error) throw new Error(`set_visitor_needs: ${error.code} ${error.message}`);
  return bookingAnswerSchema.parse(data);
}

/** A change as the functions of the database take it. */
export const changeArgs = ({ form, session, people, wait }: Change) => ({
  p_form: form,
  p_people: JSON.stringify(people),
  p_wait: wait,
  ...(session && { p_session: session }),
});
