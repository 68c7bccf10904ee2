import groupText from '../content/questions/grupper.yml?raw';
import { anchorOf, parseGroups } from './features/questions/groups.ts';
import { type Doc, indexOf } from './features/search/search.rules.ts';
import { paths } from './paths.ts';
import { published } from './published.ts';
import { plainText } from './shared/content/body.ts';
import { factTexts } from './shared/facts/fact-texts.ts';
import { facts } from './shared/facts/facts.ts';

type Text = { id: string; body?: string | undefined; data: { titel: string; ingress: string; nyckelord: string[] } };

let known: { today: string; docs: Promise<Doc[]>; index?: ReturnType<typeof indexOf> } | undefined;

/** Everything that can be found on that day, with all its words. Read once a day. */
export function everything(today: string): Promise<Doc[]> {
  if (known?.today !== today) known = { today, docs: read(today) };
  return known.docs;
}

/** The same, to search in. */
export async function searchable(today: string): Promise<ReturnType<typeof indexOf>> {
  const docs = await everything(today);
  if (known?.today !== today) return indexOf(docs);
  known.index ??= indexOf(docs);
  return known.index;
}

/** Pages that are no text of the communicator's. */
const OWN: Doc[] = [
  {
    path: paths.home(),
    title: 'Bli familjehem i Västernorrland',
    about: 'Startsidan: en vanlig tisdag, vem som gör vad och nästa Så funkar det.',
    kind: 'Sida',
    words: 'start hem',
    text: '',
  },
  {
    path: paths.interest(),
    title: 'Anmäl intresse',
    about: 'Tre korta sidor. Sedan hör en samordnare av sig.',
    kind: 'Sida',
    words: 'ansök anmälan formulär registrera intresseanmälan',
    text: '',
  },
  {
    path: paths.certificates(),
    title: 'Kontrollera ett intyg',
    about: 'Skriv koden på ett intyg, och se om det är äkta och vilken kurs det gäller.',
    kind: 'Sida',
    words: 'äkta kod kurs utbildning namn',
    text: '',
  },
];

async function read(today: string): Promise<Doc[]> {
  const texts = factTexts(facts);
  const groups = new Map(parseGroups(groupText).map(({ id, namn }) => [id, namn]));
  const doc =
    (kind: string, path: (id: string) => string, more: (entry: Text) => string = () => '') =>
    (entry: Text) => ({
      path: path(entry.id),
      title: entry.data.titel,
      about: entry.data.ingress,
      kind,
      words: entry.data.nyckelord.join(' '),
      text: `${plainText(entry.body ?? '', texts)} ${more(entry)}`.trim(),
    });
  const questions = (await published('questions', today)).map(({ id, data, body }) => {
    const answer = plainText(body ?? '', texts);
    return {
      path: `${paths.questions()}#${anchorOf(id)}`,
      title: data.fraga,
      about: firstSentences(answer),
      kind: `Fråga: ${groups.get(id.split('/')[0] ?? '') ?? ''}`,
      words: data.nyckelord.join(' '),
      text: answer,
    };
  });
  const films = (await published('films', today)).map((film) =>
    doc(
      'Film',
      (id) => paths.film(id),
      () => film.data.manus.map(({ sager, ser }) => sager ?? ser).join(' '),
    )(film),
  );
  return [
    ...OWN,
    ...(await published('pages', today)).map(doc('Sida', (id) => `/${id}`)),
    ...(await published('activities', today)).map(doc('Stöd och utbildning', (id) => paths.activity(id))),
    ...(await published('municipalities', today)).map(doc('Kommun', (id) => paths.municipality(id))),
    ...films,
    ...(await published('stories', today)).map(doc('Berättelse', (id) => paths.story(id))),
    ...(await published('news', today)).filter(({ data }) => data.datum <= today).map(doc('Nyhet', (id) => paths.newsItem(id))),
    ...questions,
  ];
}

/** As much of an answer as stands in a list: whole sentences, about 140 signs. */
function firstSentences(text: string): string {
  const sentences = text.match(/[^.!?]+[.!?]+/g) ?? [text];
  return sentences.reduce((so, next) => (so === '' || so.length + next.length <= 140 ? so + next : so), '').trim();
}
