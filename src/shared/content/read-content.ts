import { globSync, readFileSync } from 'node:fs';
import { mdxToMdast } from 'satteri';
import { headIn, parted } from './head.ts';

export type Node = {
  type: string;
  name?: string | null;
  url?: string;
  value?: string;
  children?: Node[];
  attributes?: { type: string; name?: string; value?: unknown }[];
  position?: { start: { line: number } };
};

/** A text of the communicator's as it lies on the disk. `fault` says why its head or body cannot be read. */
export type ContentFile = { path: string; id: string; head: unknown; body: string; tree?: Node; fault?: string };

/** Every text in a folder of content/. */
export function readTexts(root: string, folder: string): ContentFile[] {
  return globSync(`content/${folder}/**/*.mdx`, { cwd: root })
    .toSorted()
    .map((path) => readText(path, readFileSync(`${root}/${path}`, 'utf8'), folder));
}

export function readText(path: string, text: string, folder: string): ContentFile {
  const id = path.replace(`content/${folder}/`, '').replace(/(\/index)?\.mdx$/, '');
  const { written, body } = parted(text);
  if (written === undefined) return { path, id, head: {}, body, fault: 'börjar inte med uppgifter mellan två rader med ---' };
  try {
    return { path, id, head: headIn(written), body, tree: mdxToMdast(body) as unknown as Node };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return {
      path,
      id,
      head: {},
      body,
      fault: `går inte att läsa (${reason}). Vanligast är ett { eller < i texten, eller ett kolon utan citattecken`,
    };
  }
}

/** The node and everything in it. */
export function* within(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* within(child);
}

export const textOf = (node: Node): string =>
  [...within(node)].map(({ value, type }) => (type === 'text' || type === 'inlineCode' ? value : '')).join('');
