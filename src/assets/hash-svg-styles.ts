/**
 * Some browsers hold the styles inside a picture to the policy that came with the picture. The drawings share one style
 * text, and its hash, kept in svg-style-hashes.json, is what the server allows them. Run after a drawing has changed:
 * `node src/assets/hash-svg-styles.ts`
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';

const here = import.meta.dirname;

/** The distinct hashes of all drawings' styles, as a policy writes them: `sha256-…` in base64. */
export function svgStyleHashes(): string[] {
  const styles = globSync(`${here}/**/*.svg`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<style>(.*?)<\/style>/gs)].map(([, style]) => style ?? ''),
  );
  return [...new Set(styles)].map((style) => `sha256-${createHash('sha256').update(style).digest('base64')}`).sort();
}

if (import.meta.main) writeFileSync(`${here}/svg-style-hashes.json`, `${JSON.stringify(svgStyleHashes(), null, 2)}\n`);
