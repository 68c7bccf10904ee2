import { existsSync, globSync, readFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { COLLECTIONS, type Collection } from './collections.ts';
import { captionFaults } from './features/films/captions.ts';
import type { FilmData } from './features/films/films.schema.ts';
import { anchorOf, parseGroups } from './features/questions/groups.ts';
import { parseSelfCheck } from './features/self-check/questions.ts';
import { paths } from './paths.ts';
import { amountsIn, bodyFaults, type Fault, headFaults, type Known, placesIn, said } from './shared/content/check.ts';
import { type ContentFile, readTexts } from './shared/content/read-content.ts';
import { slugOf } from './shared/content/slug.ts';
import { THEMES } from './shared/content/themes.ts';
import { factTexts } from './shared/facts/fact-texts.ts';
import { parseFacts } from './shared/facts/facts.schema.ts';

/** The signs that a text may hold (src/features/information/Prose.astro draws them), and what each must be given. */
const SIGNS: Known['signs'] = {
  Besked: ['rubrik'],
  Bild: ['fil', 'text'],
  Epost: [],
  Fakta: ['namn'],
  MinaSidor: [],
  Ombud: [],
  Orosanmalan: [],
  Steg: ['vem', 'rubrik'],
  Telefon: [],
  Vem: ['vem'],
};

type Texts = Record<Collection, ContentFile[]>;

/** Everything that is wrong with what stands in content/. `root` is the project's folder. */
export function contentFaults(root: string): Fault[] {
  const facts = attempt('content/facts.yml', () => factTexts(parseFacts(readFileSync(`${root}/content/facts.yml`, 'utf8'))));
  const groups = attempt('content/questions/grupper.yml', () =>
    parseGroups(readFileSync(`${root}/content/questions/grupper.yml`, 'utf8')),
  );
  const selfCheck = attempt('content/self-check.yml', () =>
    parseSelfCheck(readFileSync(`${root}/content/self-check.yml`, 'utf8')),
  );
  const kinds = Object.keys(COLLECTIONS) as Collection[];
  const texts = Object.fromEntries(kinds.map((kind) => [kind, readTexts(root, kind)])) as Texts;
  const known: Known = {
    signs: SIGNS,
    facts: facts.value && new Set(Object.keys(facts.value)),
    pictures: new Set(globSync('src/assets/pictures/*.svg', { cwd: root }).map((path) => path.replace(/^.*\/|\.svg$/g, ''))),
    addresses: addressesOf(root, texts),
  };
  const groupIds = new Set((groups.value ?? []).map(({ id }) => id));
  return [
    ...[facts, groups, selfCheck].flatMap(({ faults }) => faults),
    ...amountsIn('content/questions/grupper.yml', groups.value),
    ...amountsIn('content/self-check.yml', selfCheck.value),
    ...kinds.flatMap((kind) =>
      texts[kind].flatMap((file) => [
        ...(file.fault ? [{ file: file.path, where: 'filen', mend: file.fault }] : headFaults(file, COLLECTIONS[kind])),
        ...pictureFaults(file, known),
        ...bodyFaults(file, known),
      ]),
    ),
    ...texts.questions
      .filter(({ id }) => !groupIds.has(id.split('/')[0] ?? ''))
      .map(({ path }) => ({ file: path, where: 'mappen', mend: 'finns inte som grupp i content/questions/grupper.yml' })),
    ...twice(texts.questions, groupIds),
    ...texts.films.flatMap((file) => filmFaults(root, file)),
  ];
}

function attempt<Value>(file: string, read: () => Value): { value?: Value; faults: Fault[] } {
  try {
    return { value: read(), faults: [] };
  } catch (error) {
    return {
      faults: [{ file, where: 'filen', mend: error instanceof Error ? error.message.replace(`${file}: `, '') : String(error) }],
    };
  }
}

function pictureFaults({ path, head }: ContentFile, { pictures }: Known): Fault[] {
  const name = (head as { bild?: { fil?: unknown } } | null)?.bild?.fil;
  if (typeof name !== 'string' || pictures.has(name)) return [];
  return [{ file: path, where: 'bild → fil', mend: `det finns ingen bild som heter ${name} i src/assets/pictures` }];
}

/** Questions stand on one page, each at its file's name. */
function twice(questions: readonly ContentFile[], groupIds: ReadonlySet<string>): Fault[] {
  const anchors = questions.map(({ id }) => anchorOf(id));
  return questions
    .filter((_, at) => groupIds.has(anchors[at] ?? '') || anchors.indexOf(anchors[at] ?? '') !== at)
    .map(({ path }) => ({
      file: path,
      where: 'filens namn',
      mend: 'finns redan som en annan fråga eller en grupp: ge filen ett annat namn',
    }));
}

/** A film's own files are there, and every word of its captions can be read in its transcript. */
function filmFaults(root: string, { path, id, head }: ContentFile): Fault[] {
  const parsed = COLLECTIONS.films.safeParse(head);
  if (!parsed.success) return [];
  const film: FilmData = parsed.data;
  const files = {
    fil: film.fil.startsWith('https://') ? undefined : film.fil,
    textning: film.textning,
    beskriven: film.beskriven,
  };
  const origin = process.env.MEDIA_ORIGIN?.trim();
  const isElsewhere = film.fil.startsWith('https://') && film.utkast === 'nej';
  if (isElsewhere && new URL(film.fil).origin !== origin) {
    const mend = `filmen ligger på ${new URL(film.fil).origin}, som webbplatsen inte får hämta från. Sätt MEDIA_ORIGIN till den adressen`;
    return [{ file: path, where: 'fil', mend }];
  }
  const missing = Object.entries(files)
    .filter(([, name]) => name && !existsSync(`${root}/content/films/${id}/${name}`))
    .map(([where, name]) => ({ file: path, where, mend: `filen ${name} finns inte bredvid texten` }));
  if (missing.length > 0) return missing;
  const captions = readFileSync(`${root}/content/films/${id}/${film.textning}`, 'utf8');
  return captionFaults(captions, film).map((mend) => ({
    file: `content/films/${id}/${film.textning}`,
    where: 'textningen',
    mend,
  }));
}

/** The site's addresses: from the files in src/pages and from the texts themselves. */
function addressesOf(root: string, texts: Texts): Known['addresses'] {
  const routes = globSync('**/*.astro', { cwd: `${root}/src/pages` })
    .filter((file) => !/\[|^(404|500|stil)\.astro$/.test(file))
    .map((file) => `/${file.replace(/(^|\/)index\.astro$|\.astro$/, '')}`)
    // A page with a text of its own stands and falls with it.
    .filter((route) => !texts.pages.some(({ id }) => `/${id}` === route));
  const of = (kind: Collection, address: (id: string) => string) =>
    texts[kind]
      .filter(({ head }) => (head as { utkast?: unknown } | null)?.utkast !== 'ja')
      .map((file) => [address(file.id), placesIn(file.tree)] as const);
  const questions = new Set(texts.questions.map(({ id }) => anchorOf(id)));
  return new Map<string, ReadonlySet<string> | undefined>([
    ...routes.map((route) => [route, undefined] as const),
    ...of('pages', (id) => `/${id}`),
    [paths.questions(), questions],
    [paths.interest(), undefined],
    ...of('activities', (id) => paths.activity(id)),
    ...of('municipalities', (id) => paths.municipality(id)),
    ...of('news', (id) => paths.newsItem(id)),
    ...of('films', (id) => paths.film(id)),
    ...of('stories', (id) => paths.story(id)),
    ...Object.keys(THEMES).map((theme) => [paths.theme(slugOf(theme)), undefined] as const),
  ]);
}

/** Stops the building, and the start of the demo, before anything faulty is shown. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:done': ({ logger }) => {
        const faults = contentFaults(process.cwd());
        if (faults.length === 0) return;
        logger.error(
          `${faults.length} fel i content/ måste rättas innan webbplatsen kan byggas:\n\n${faults.map(said).join('\n')}\n`,
        );
        throw new Error('Se felen ovanför. Ingenting har ändrats på webbplatsen.');
      },
    },
  };
}
