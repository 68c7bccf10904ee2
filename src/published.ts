import { type CollectionEntry, type CollectionKey, getCollection } from 'astro:content';
import { isPublished } from './shared/content/published.ts';

/** What the communicator has written of that kind and shows on that day (`2026-11-29`). */
export function published<Kind extends CollectionKey>(kind: Kind, today: string): Promise<CollectionEntry<Kind>[]> {
  return getCollection(kind, ({ data }) => isPublished(data, today));
}

/** One of them; undefined when there is none of that name, or it does not show. */
export async function publishedEntry<Kind extends CollectionKey>(
  kind: Kind,
  id: string | undefined,
  today: string,
): Promise<CollectionEntry<Kind> | undefined> {
  return id === undefined ? undefined : (await published(kind, today)).find((entry) => entry.id === id);
}
