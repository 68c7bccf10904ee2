const LITERAL_LINK = /\b(?:href|action|formaction|redirect\()\s*=?\s*\{?\s*(["'`])(\/(?!\/)[^"'`]*)\1/gi;
const FILE = /\.[a-z0-9]{2,5}$/i;

/** Internal addresses written out in a page: all of them are made in src/paths.ts. Files in public/ are no pages. */
export function linkFaults(path: string, source: string): string[] {
  if (!path.startsWith('src/') || path === 'src/paths.ts' || !/\.(astro|tsx?|mdx)$/.test(path)) return [];
  return [...source.matchAll(LITERAL_LINK)]
    .map(([, , address = '']) => address)
    .filter((address) => !FILE.test(address))
    .map((address) => `${path}: the address ${address} is written out; make it in src/paths.ts`);
}
