import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { derivedKey } from '../../shared/env.ts';
import { seal, unseal } from '../../shared/seal.ts';

/** An address left in a browser's history stops opening the answers after this long. */
const DRAFT_HOURS = 3;

const draftSchema = z.object({
  id: z.uuid(),
  begun: z.number(),
  proven: z.boolean(),
  campaign: z.string().optional(),
  typed: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

/** A registration on its way: it lives sealed in the address of the next page and nowhere else. */
export type Draft = z.infer<typeof draftSchema>;

export function beginDraft(now: Date, campaign: string | undefined): Draft {
  return { id: randomUUID(), begun: now.getTime(), proven: false, campaign, typed: {} };
}

export function sealDraft(draft: Draft): string {
  return seal(draft, derivedKey('seal'));
}

/** `expired` when the text was ours but too old or not ours at all; undefined when there was none. */
export function openDraft(sealed: string | null, now: Date): Draft | 'expired' | undefined {
  if (!sealed) return undefined;
  const parsed = draftSchema.safeParse(unseal(sealed, derivedKey('seal')));
  const fresh = parsed.success && now.getTime() - parsed.data.begun < DRAFT_HOURS * 3_600_000;
  return fresh ? parsed.data : 'expired';
}

const receiptSchema = z.object({ kind: z.literal('receipt'), callBy: z.string(), byEmail: z.boolean() });
export type Receipt = z.infer<typeof receiptSchema>;

/** What the last page needs to say its thanks again after a reload: no name, no address. */
export function sealReceipt(receipt: Omit<Receipt, 'kind'>): string {
  return seal({ kind: 'receipt', ...receipt }, derivedKey('seal'));
}

export function openReceipt(sealed: string | null): Receipt | undefined {
  const parsed = receiptSchema.safeParse(sealed ? unseal(sealed, derivedKey('seal')) : undefined);
  return parsed.success ? parsed.data : undefined;
}
