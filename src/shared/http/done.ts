/** What a page says has just been done, by `?klart=`; undefined for anything that has no text. */
export function saidIn<T>(texts: Readonly<Record<string, T>>, url: URL): T | undefined {
  const key = url.searchParams.get('klart');
  return Object.entries(texts).find(([name]) => name === key)?.[1];
}
