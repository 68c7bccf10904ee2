import { derivedKey } from '../../shared/env.ts';
import { seal, unseal } from '../../shared/seal.ts';
import { type Asked, askedSchema } from './sign-in.schema.ts';

/** Longer than a code lives: whoever comes back later begins anew. */
const OPENS_FOR = 60 * 60_000;

export function sealAsked(asked: Asked): string {
  return seal(asked, derivedKey('seal'));
}

/** Who asked for a code, from the page's address; undefined when it is not ours or too old. */
export function openAsked(sealed: string | null, now: Date): Asked | undefined {
  const parsed = askedSchema.safeParse(unseal(sealed ?? '', derivedKey('seal')));
  if (!parsed.success || now.getTime() - parsed.data.askedAt > OPENS_FOR) return undefined;
  return parsed.data;
}
