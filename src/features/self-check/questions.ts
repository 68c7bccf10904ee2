import { parse } from 'yaml';
import { z } from 'zod';
import { selfCheckSchema } from './self-check.schema.ts';

/** Throws, naming the line's path, when content/self-check.yml does not have its shape. */
export function parseSelfCheck(text: string) {
  const parsed = selfCheckSchema.safeParse(parse(text, { schema: 'core' }));
  if (parsed.success) return parsed.data;
  throw new Error(`content/self-check.yml: ${z.prettifyError(parsed.error)}`);
}
