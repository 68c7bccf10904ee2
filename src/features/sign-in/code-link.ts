import { z } from 'zod';
import { seal, unseal } from '../../shared/seal.ts';

const schema = z.object({ for: z.literal('code link'), address: z.string(), code: z.string() });

/**
 * What the mail's link carries: the address and the code, sealed. Supabase's own links carry a hash of just these two, which
 * anybody who knows the address can compute for every code there is; this nobody can, and it counts as a try like the code.
 */
export function sealCodeLink(address: string, code: string, key: Buffer): string {
  return seal({ for: 'code link', address, code } satisfies z.infer<typeof schema>, key);
}

export function openCodeLink(sealed: string | null, key: Buffer): { address: string; code: string } | undefined {
  const parsed = schema.safeParse(unseal(sealed ?? '', key));
  return parsed.success ? parsed.data : undefined;
}
