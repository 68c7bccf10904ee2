import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { derivedKey } from '../../shared/env.ts';
import { seal, unseal } from '../../shared/seal.ts';
import { CONTACT_WAYS } from './interest.schema.ts';

const HOUR = 3_600_000;

/** An address left in a browser's history stops opening the answers this long after the last page was saved. */
const OPENS_FOR = 3 * HOUR;

/** Whoever posts has the page before them, perhaps since the afternoon: what they typed must not be lost. */
const POSTS_FOR = 24 * HOUR;

/** What servers in between take as an address, with room to spare. */
const LONGEST = 7_500;

const draftSchema = z.object({
  id: z.uuid(),
  begun: z.number(),
  saved: z.number(),
  proven: z.boolean(),
  campaign: z.string().optional(),
  typed: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

/** A registration on its way: it lives sealed in the address of the next page and nowhere else. */
export type Draft = z.infer<typeof draftSchema>;

export function beginDraft(now: Date, campaign: string | undefined): Draft {
  return { id: randomUUID(), begun: now.getTime(), saved: now.getTime(), proven: false, campaign, typed: {} };
}

export function sealDraft(draft: Draft): string {
  return seal(draft, derivedKey('seal'));
}

/** Whether the draft fits in an address: answers that are not checked yet can be of any length. */
export function fits(draft: Draft): boolean {
  return sealDraft(draft).length <= LONGEST;
}

export type Opened = { draft: Draft; expired: boolean };

/** The draft of an address, and whether it is too old to be shown. Undefined when there was none, or none of ours. */
export function openDraft(sealed: string | null, now: Date, method: 'GET' | 'POST'): Opened | undefined {
  const parsed = draftSchema.safeParse(sealed ? unseal(sealed, derivedKey('seal')) : undefined);
  if (!parsed.success) return undefined;
  const age = now.getTime() - parsed.data.saved;
  return { draft: parsed.data, expired: age > (method === 'GET' ? OPENS_FOR : POSTS_FOR) };
}

const receiptSchema = z.object({ kind: z.literal('receipt'), callBy: z.string(), way: z.enum(CONTACT_WAYS) });
export type Receipt = z.infer<typeof receiptSchema>;

/** What the last page needs to say its thanks again after a reload: no name, no address. */
export function sealReceipt(receipt: Omit<Receipt, 'kind'>): string {
  return seal({ kind: 'receipt', ...receipt }, derivedKey('seal'));
}

export function openReceipt(sealed: string | null): Receipt | undefined {
  const parsed = receiptSchema.safeParse(sealed ? unseal(sealed, derivedKey('seal')) : undefined);
  return parsed.success ? parsed.data : undefined;
}
