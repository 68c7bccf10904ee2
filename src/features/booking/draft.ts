import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';
import { draftShape, draftsOf, receiptsOf } from '../../shared/form/draft.ts';
import type { Lists } from '../../shared/form/typed.ts';

const { seat_form } = Constants.public.Enums;

/** The booking's own id is made with the draft: a double press, reload and back are one booking. */
const draftSchema = z.object({
  ...draftShape,
  typed: z.record(z.string(), z.array(z.string())),
  kind: z.literal('booking'),
  /** Of the occasion. */
  number: z.number(),
  guest: z.string().optional(),
});
export type Draft = z.infer<typeof draftSchema>;

export const { seal: sealDraft, fits, open: openDraft } = draftsOf<Draft>(draftSchema);

type Begun = Pick<Draft, 'number' | 'guest' | 'campaign'>;

export function beginDraft(now: Date, { number, guest, campaign }: Begun): Draft {
  const at = now.getTime();
  return { kind: 'booking', id: randomUUID(), begun: at, saved: at, number, guest, campaign, typed: {} };
}

/** The draft with what was typed now. */
export function withTyped(draft: Draft, typed: Lists, now: Date): Draft {
  return { ...draft, saved: now.getTime(), typed: { ...draft.typed, ...typed } };
}

const receiptSchema = z.object({
  kind: z.literal('booked'),
  id: z.uuid(),
  at: z.number(),
  number: z.number(),
  guest: z.string().optional(),
  state: z.enum(['booked', 'waiting']),
  form: z.enum(seat_form),
  session: z.uuid().optional(),
  adults: z.number(),
  ages: z.array(z.number()),
  /** In line, as it was known when it was asked for. */
  place: z.number().optional(),
  email: z.string(),
});
/**
 * What the last page says again after a reload. It holds what was asked for, not what the database has: who books a second
 * time with the same address is answered as if it were the first.
 */
export type Receipt = z.infer<typeof receiptSchema>;

export const { seal: sealReceipt, open: openReceipt } = receiptsOf<Receipt>(receiptSchema);

/** The address that the mail went to is shown for a while, not out of a browser's history. */
const SHOWS_EMAIL_MS = 3 * 3_600_000;

export const showsEmail = ({ at }: Receipt, now: Date) => now.getTime() - at < SHOWS_EMAIL_MS;
