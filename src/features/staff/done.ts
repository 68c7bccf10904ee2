import { doneTexts } from './staff.text.ts';

/** What the list says has just been done, by `?klart=`; undefined for anything we do not know. */
export function doneIn(url: URL): { heading: string; text: string } | undefined {
  const key = url.searchParams.get('klart');
  return Object.entries(doneTexts).find(([name]) => name === key)?.[1];
}
