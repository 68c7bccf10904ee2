import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import type { Seat } from './course-record.schema.ts';

const { seat_form } = Constants.public.Enums;

const seatShape = z.object({
  id: z.uuid(),
  occasion: z.coerce.number().int().positive(),
  form: z.enum(seat_form),
  session: z.uuid().optional(),
});

/** What a hidden field says of one booking: its id, made with the page so that two presses are one, and what it is of. */
const seatSchema = z.string().transform((text, context) => {
  const [id, occasion, form, session] = text.split('/');
  const seat = seatShape.safeParse({ id, occasion, form, session });
  if (seat.success) return seat.data;
  context.addIssue({ code: 'custom', message: 'no booking of ours' });
  return z.NEVER;
});

export const planSchema = z.object({
  plats: z.array(seatSchema).min(1).max(20),
  /** The other adults of the home who come along. */
  med: z.array(z.uuid()).max(10),
});
export type Plan = z.output<typeof planSchema>;

export const seatField = (id: string, { occasion, form, session }: Seat) =>
  [id, occasion, form, ...(session ? [session] : [])].join('/');
