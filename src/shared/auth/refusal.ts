import { z } from 'zod';
import { derivedKey } from '../env.ts';
import { seal, unseal } from '../seal.ts';

/** What an action answered, as Astro hands it to a page. */
const schema = z.object({
  /** Whose: the session's id, or nobody's where nobody is signed in. */
  of: z.string(),
  name: z.string(),
  result: z.object({
    type: z.literal('data'),
    contentType: z.literal('application/json+devalue'),
    status: z.literal(200),
    body: z.string(),
  }),
});
export type Refusal = { name: string; result: z.infer<typeof schema>['result'] };

/** Carries a form's answer to the page view that shows it. */
export const TOLD = 'svar';

/** Together with the page's own address well below what servers take. */
const LONGEST = 8_000;

/**
 * A refused form's answer, sealed for its own page's address: what was typed and what is wrong with it. The page then shows
 * it on a view of its own, so that "back" and "reload" are ordinary, and no answer to a POST has to be asked for again.
 * Undefined when it is too long for an address.
 */
export function sealRefusal({ name, result }: { name: string; result: unknown }, of: string | undefined): string | undefined {
  const parsed = schema.safeParse({ of: of ?? '', name, result });
  const sealed = parsed.success ? seal(parsed.data, derivedKey('told')) : undefined;
  return sealed && sealed.length <= LONGEST ? sealed : undefined;
}

/** The answer again, for whom it was sealed; undefined for anybody else and for anything that is not ours. */
export function openRefusal(sealed: string | null, of: string | undefined): Refusal | undefined {
  const parsed = schema.safeParse(unseal(sealed ?? '', derivedKey('told'), LONGEST));
  return parsed.success && parsed.data.of === (of ?? '') ? { name: parsed.data.name, result: parsed.data.result } : undefined;
}
