import { z } from 'zod';
import { seal, unseal } from '../../shared/seal.ts';

/** As long as it takes to print or write them down. An address in a history shows nothing later. */
const OPENS_FOR = 10 * 60_000;

const schema = z.object({ for: z.literal('shown codes'), staffId: z.uuid(), codes: z.array(z.string()), at: z.number() });

/** New recovery codes on their way to the page that shows them: only their hashes are stored. */
export function sealShownCodes(codes: string[], staffId: string, now: Date, key: Buffer): string {
  return seal({ for: 'shown codes', staffId, codes, at: now.getTime() } satisfies z.infer<typeof schema>, key);
}

/** The codes; undefined when the address is not ours, too old or another person's. */
export function openShownCodes(sealed: string | null, staffId: string, now: Date, key: Buffer): string[] | undefined {
  const parsed = schema.safeParse(unseal(sealed ?? '', key));
  if (!parsed.success || parsed.data.staffId !== staffId || now.getTime() - parsed.data.at > OPENS_FOR) return undefined;
  return parsed.data.codes;
}
