import { z } from 'zod';
import { derivedKey } from '../../shared/env.ts';
import { seal, unseal } from '../../shared/seal.ts';

const schema = z.object({ code: z.string(), name: z.string() });

/** A name that was typed about this code, for the address of the page that answers: nobody who sees the address reads it. */
export const sealName = (code: string, name: string) => seal({ code, name }, derivedKey('certificate'));

export function openName(code: string, sealed: string | null): string | undefined {
  const typed = schema.safeParse(unseal(sealed ?? '', derivedKey('certificate'), 1_000));
  return typed.success && typed.data.code === code ? typed.data.name : undefined;
}
