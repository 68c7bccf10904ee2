import MiniSearch, { type SearchResult } from 'minisearch';

/** Something that can be found. `about` is what stands under its name in the list; `text` is only searched. */
export type Doc = { path: string; title: string; about: string; kind: string; words: string; text: string };
export type Hit = Pick<Doc, 'path' | 'title' | 'about' | 'kind'>;

const MOST = 30;

/** Letters as they are typed, å, ä and ö being letters of their own. */
const plain = (term: string) => term.toLowerCase();

export function indexOf(docs: readonly Doc[]): MiniSearch<Doc> {
  const index = new MiniSearch<Doc>({
    idField: 'path',
    fields: ['title', 'words', 'about', 'text'],
    storeFields: ['path', 'title', 'about', 'kind'],
    processTerm: (term) => (term.length > 1 ? plain(term) : null),
    searchOptions: {
      boost: { title: 5, words: 4, about: 2 },
      // Swedish joins words and bends them: "barn" finds "barnets", and one slip of the finger is forgiven.
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  index.addAll(docs);
  return index;
}

/** The best first. Where not every word is found together, what holds any of them. */
export function find(index: MiniSearch<Doc>, query: string): Hit[] {
  const all = index.search(query);
  const hits = all.length > 0 ? all : index.search(query, { combineWith: 'OR' });
  return hits.slice(0, MOST).map(hitOf);
}

/** What the index keeps of each comes back untyped. */
const hitOf = ({ path, title, about, kind }: SearchResult & Partial<Hit>): Hit => ({
  path: path ?? '',
  title: title ?? '',
  about: about ?? '',
  kind: kind ?? '',
});

export const LONGEST = 80;

/** What is searched for, as it came from an address or a field. */
export const queryFrom = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST);
