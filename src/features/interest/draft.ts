import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { draftShape, draftsOf, receiptsOf } from '../../shared/form/draft.ts';
import { CONTACT_WAYS } from './interest.schema.ts';

const draftSchema = z.object({ ...draftShape, proven: z.boolean() });

/** A registration on its way: it lives sealed in the address of the next page and nowhere else. */
export type Draft = z.infer<typeof draftSchema>;

export const { seal: sealDraft, fits, open: openDraft } = draftsOf<Draft>(draftSchema);

export function beginDraft(now: Date, campaign: string | undefined): Draft {
  return { id: randomUUID(), begun: now.getTime(), saved: now.getTime(), proven: false, campaign, typed: {} };
}

const receiptSchema = z.object({ kind: z.literal('receipt'), callBy: z.string(), way: z.enum(CONTACT_WAYS) });
export type Receipt = z.infer<typeof receiptSchema>;

const receipts = receiptsOf<Receipt>(receiptSchema);
export const openReceipt = receipts.open;

/** What the last page needs to say its thanks again after a reload: no name, no address. */
export function sealReceipt(receipt: Omit<Receipt, 'kind'>): string {
  return receipts.seal({ kind: 'receipt', ...receipt });
}
