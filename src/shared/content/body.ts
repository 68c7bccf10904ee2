/** The texts' bodies as plain words: for searching, for what search engines are told, and for measuring how easy they read. */

const INLINE: Record<string, string> = {
  Telefon: 'telefon',
  Epost: 'e-post',
  MinaSidor: 'Mina sidor',
  Ombud: 'dataskyddsombudet',
};
const WHO: Record<string, string> = { ni: 'Ni', gfo: 'GFO', kommun: 'Kommunen', myndighet: 'Annan myndighet' };

/** `facts`: what each fact reads, by name. Only the few constructs that the texts may hold (see src/content-check.ts) are known. */
export function plainText(body: string, facts: Record<string, string>): string {
  return (
    body
      .replace(/<Fakta\s+namn="([^"]+)"\s*\/>/g, (_, name: string) => facts[name] ?? '')
      .replace(/<Vem\s+vem="(\w+)"\s*\/>/g, (_, who: string) => WHO[who] ?? '')
      .replace(/<(Telefon|Epost|MinaSidor|Ombud)\s*\/>/g, (_, name: string) => INLINE[name] ?? '')
      // A heading that stands in a block's own sign is read as one.
      .replace(/<\w+[^>]*?\brubrik="([^"]+)"[^>]*>/g, '\n$1.\n')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\{[^}]*\}/g, ' ')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/^#{1,6}\s+(.*?)([.?!]?)$/gm, (_, text: string, end: string) => `${text}${end || '.'}`)
      .replace(/^\s*(?:[-*]|\d+\.)\s+/gm, '')
      .replace(/[*_`]+/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
