import { z } from 'zod';
import { seal, unseal } from '../../shared/seal.ts';
import { newSecret } from './app-code.ts';

/** Time enough to find the telephone and install an app. */
const OPENS_FOR = 30 * 60_000;

const schema = z.object({ for: z.literal('pending app'), staffId: z.uuid(), secret: z.string(), at: z.number() });

/**
 * A new secret that is stored nowhere before its app has shown that it has it: it rides sealed in the page's address, so that a
 * reload shows the same picture.
 */
export function sealPendingApp(staffId: string, now: Date, key: Buffer): string {
  const pending = { for: 'pending app', staffId, secret: newSecret(), at: now.getTime() } as const;
  return seal(pending satisfies z.infer<typeof schema>, key);
}

/** The secret; undefined when it is not ours, too old or another person's. */
export function openPendingApp(sealed: string | null, staffId: string, now: Date, key: Buffer): string | undefined {
  const parsed = schema.safeParse(unseal(sealed ?? '', key));
  if (!parsed.success || parsed.data.staffId !== staffId || now.getTime() - parsed.data.at > OPENS_FOR) return undefined;
  return parsed.data.secret;
}
