import GithubSlugger from 'github-slugger';
import type { z } from 'zod';
import { type ContentFile, type Node, textOf, within } from './read-content.ts';

/** Something that stops the building: which file, where in it, and how to mend it. Swedish, for who wrote the text. */
export type Fault = { file: string; where: string; mend: string };

export const said = ({ file, where, mend }: Fault): string => `${file}\n   ${where}: ${mend}`;

/** What a text's head must say, by its schema, and what it may not: amounts of its own. */
export function headFaults({ path, head }: ContentFile, schema: z.ZodType): Fault[] {
  const parsed = schema.safeParse(head);
  const issues = parsed.success ? [] : parsed.error.issues.map((issue) => ({ file: path, ...issueInWords(issue) }));
  return [...issues, ...amountsIn(path, head)];
}

/** Amounts wherever they stand in data that is shown as it is written. */
export function amountsIn(file: string, data: unknown, where: readonly string[] = []): Fault[] {
  if (typeof data === 'string') return AMOUNT.test(data) ? [{ file, where: where.join(' → '), mend: AMOUNT_PLAIN }] : [];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    amountsIn(file, value, [...where, Array.isArray(data) ? `rad ${Number(name) + 1}` : name]),
  );
}

/** A fault of zod's in plain words. */
function issueInWords(issue: z.core.$ZodIssue): { where: string; mend: string } {
  const where =
    issue.path.map((step) => (typeof step === 'number' ? `rad ${step + 1}` : String(step))).join(' → ') || 'uppgifterna överst';
  if (issue.code === 'unrecognized_keys') return { where, mend: `känner inte till ${issue.keys.join(', ')}. Är det felstavat?` };
  if (issue.code === 'invalid_type' && issue.input === undefined && issue.message.startsWith('Invalid input'))
    return { where, mend: 'saknas' };
  return { where, mend: issue.message.replace(/^Invalid input.*/, 'har fel form') };
}

export type Known = {
  /** Signs that a text may hold, each with the attributes that it must have. */
  signs: Record<string, readonly string[]>;
  /** Undefined when the file that they stand in cannot be read. */
  facts: ReadonlySet<string> | undefined;
  pictures: ReadonlySet<string>;
  /** Every address of the site, and the places within the page where they are known. */
  addresses: ReadonlyMap<string, ReadonlySet<string> | undefined>;
};

/** What a text's body may not hold: unknown signs, facts, pictures, dead links, and amounts of its own. */
export function bodyFaults({ path, tree }: ContentFile, known: Known): Fault[] {
  if (!tree) return [];
  return [...within(tree)].flatMap((node) => {
    const where = `rad ${node.position?.start.line ?? '?'}`;
    return mendsOf(node, known).map((mend) => ({ file: path, where, mend }));
  });
}

const PICTURE = 'en bild skrivs <Bild fil="…" text="…" />';
const BRACES = '{ och } hör inte hemma i en text';
const NEVER: Record<string, string> = {
  image: PICTURE,
  imageReference: PICTURE,
  mdxjsEsm: 'import och export hör inte hemma i en text',
  mdxFlowExpression: BRACES,
  mdxTextExpression: BRACES,
};
const AMOUNT = /\d[\d\s]*(?:kronor|kr)\b/;
const AMOUNT_PLAIN = 'ett belopp skrivs i content/facts.yml, med år och källa: skriv om texten utan det';
const AMOUNT_MEND = 'ett belopp skrivs i content/facts.yml, med år och källa, och här <Fakta namn="…" />';

function mendsOf(node: Node, known: Known): string[] {
  const never = NEVER[node.type];
  if (never) return [never];
  if (node.type === 'link' || node.type === 'definition') return linkMends(node.url ?? '', known);
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') return signMends(node, known);
  return (node.type === 'paragraph' || node.type === 'heading') && AMOUNT.test(textOf(node)) ? [AMOUNT_MEND] : [];
}

function signMends(node: Node, { signs, facts, pictures }: Known): string[] {
  const name = node.name ?? '';
  const needed = signs[name];
  if (!needed) return [`känner inte till <${name}>. De som finns är ${Object.keys(signs).join(', ')}`];
  const strange = (node.attributes ?? []).some(
    ({ type, value }) => type !== 'mdxJsxAttribute' || (value && typeof value !== 'string'),
  );
  if (strange) return [`allt i <${name}> skrivs med citattecken, utan { och }`];
  const given = Object.fromEntries(
    (node.attributes ?? []).map(({ name, value }) => [name ?? '', typeof value === 'string' ? value : '']),
  );
  return [
    ...(Object.values(given).some((value) => AMOUNT.test(value)) ? [AMOUNT_MEND] : []),
    ...needed.filter((attribute) => !given[attribute]).map((attribute) => `<${name}> behöver ${attribute}="…"`),
    ...(name === 'Fakta' && given.namn && facts && !facts.has(given.namn)
      ? [`i content/facts.yml finns inget som heter ${given.namn}`]
      : []),
    ...(name === 'Bild' && given.fil && !pictures.has(given.fil) ? [`det finns ingen bild som heter ${given.fil}`] : []),
  ];
}

function linkMends(url: string, { addresses }: Known): string[] {
  if (/^(https:\/\/|mailto:|tel:)/.test(url)) return [];
  if (!url.startsWith('/')) return [`länken ${url} ska börja med / eller https://`];
  const [path = '/', place] = url.split('#');
  if (/^\/min-vardag\/(?!tema\/)/.test(path))
    return ['en film eller berättelse är borta den dag samtycket går ut: länka till /min-vardag eller till ett tema'];
  if (!addresses.has(path)) return [`länken ${url} leder ingenstans. Är adressen felstavad, eller är sidan borta?`];
  const places = addresses.get(path);
  return place && places && !places.has(place) ? [`på sidan ${path} finns inget som heter #${place}`] : [];
}

/** The places within a page that a link can lead to: its headings, as the site names them. */
export function placesIn(tree: Node | undefined): Set<string> {
  const slugger = new GithubSlugger();
  return new Set(
    [...(tree ? within(tree) : [])].filter(({ type }) => type === 'heading').map((node) => slugger.slug(textOf(node))),
  );
}
