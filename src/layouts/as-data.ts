/** A fact for search engines as it stands in a page. A text of it can hold "</script>", which would end it. */
export function asData(fact: object): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...fact }).replaceAll('<', '\\u003c');
}
