/** What a page says to its reader in <main>, a sentence for every heading and item of a list, without what is hidden or only for machines. */
export function mainText(html: string): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  return main
    .replace(/<(script|style|svg|select)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/(h[1-6]|li|p|dt|dd|th|td|caption|legend|label|summary|figcaption|blockquote|button|div|section)>/g, '.\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&shy;|\u00ad/g, '')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&amp;|&#38;/g, '&')
    .replace(/([.!?:])\s*\./g, '$1')
    .replace(/(\s*\.\s*\n\s*)+/g, '.\n')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every address that a page's links lead to within the site, without the place in it. */
export function ownLinks(html: string, page: string): { path: string; place?: string }[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)]
    .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), page))
    .filter(({ origin, protocol }) => protocol.startsWith('http') && origin === new URL(page).origin)
    .map(({ pathname, search, hash }) => ({
      path: pathname + search,
      ...(hash && { place: decodeURIComponent(hash.slice(1)) }),
    }));
}
