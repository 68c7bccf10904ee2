import type { NewsData } from './news.schema.ts';

/** Newest first; what is dated ahead waits for its day. */
export function newest<Item extends { data: NewsData }>(news: readonly Item[], today: string): Item[] {
  return news.filter(({ data }) => data.datum <= today).toSorted((one, other) => other.data.datum.localeCompare(one.data.datum));
}
