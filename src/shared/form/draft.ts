import { z } from 'zod';
import { derivedKey } from '../env.ts';
import { seal, unseal } from '../seal.ts';

const HOUR = 3_600_000;

/** An address left in a browser's history stops opening the answers this long after the last page was saved. */
const OPENS_FOR = 3 * HOUR;

/** Whoever posts has the page before them, perhaps since the afternoon: what they typed must not be lost. */
const POSTS_FOR = 24 * HOUR;

/** What servers in between take as an address, with room to spare. */
const LONGEST = 7_500;

/** What every form that is on its way holds: its id, when it was begun and saved, and what was typed. */
export const draftShape = {
  id: z.uuid(),
  begun: z.number(),
  saved: z.number(),
  campaign: z.string().optional(),
  typed: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
};

export type Opened<T> = { draft: T; expired: boolean };

/** Forms that live sealed in the address of their next page and nowhere else. Each kind needs a shape that no other has. */
export function draftsOf<T extends { saved: number }>(schema: z.ZodType<T>) {
  const sealed = (draft: T) => seal(draft, derivedKey('seal'));
  return {
    seal: sealed,
    /** Whether the draft fits in an address: answers that are not checked yet can be of any length. */
    fits: (draft: T) => sealed(draft).length <= LONGEST,
    /** The draft of an address, and whether it is too old to be shown. Undefined when there was none, or none of ours. */
    open: (text: string | null, now: Date, method: 'GET' | 'POST'): Opened<T> | undefined => {
      const draft = unsealed(schema, text);
      if (!draft) return undefined;
      const age = now.getTime() - draft.saved;
      return { draft, expired: age > (method === 'GET' ? OPENS_FOR : POSTS_FOR) };
    },
  };
}

/** What the page after the last one needs to say its thanks again after a reload. */
export function receiptsOf<T>(schema: z.ZodType<T>) {
  return { seal: (receipt: T) => seal(receipt, derivedKey('seal')), open: (text: string | null) => unsealed(schema, text) };
}

function unsealed<T>(schema: z.ZodType<T>, text: string | null): T | undefined {
  return schema.safeParse(text ? unseal(text, derivedKey('seal')) : undefined).data;
}
