import { parse } from 'yaml';

const HEAD = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/;

/** What a text says about itself, as it is written (undefined when it has no such lines), and the rest of it. */
export function parted(text: string): { written: string | undefined; body: string } {
  const [all = '', written] = HEAD.exec(text) ?? [];
  // Lines are counted as they stand in the file.
  return { written, body: '\n'.repeat(all.split('\n').length - 1) + text.slice(all.length) };
}

/** Throws when it is no YAML. Days stay as they are written. */
export const headIn = (written: string): unknown => parse(written, { schema: 'core' });
