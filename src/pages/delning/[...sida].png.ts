import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { Temporal } from 'temporal-polyfill';
import wordmark from '../../assets/wordmark.svg?raw';
import { sharePicture } from '../../features/share-picture/share-picture.ts';
import { paths } from '../../paths.ts';
import { slugOf } from '../../shared/content/slug.ts';
import { THEMES } from '../../shared/content/themes.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';

/** Drawn when the site is built, for every page that shows or will. */
export const prerender = true;

const drawings = import.meta.glob<string>('../../assets/pictures/*.svg', { query: '?raw', import: 'default' });

type Wish = { path: string; title: string; picture: string };

const OWN: Wish[] = [
  { path: paths.home(), title: 'Plats för ett par stövlar till?', picture: 'stovlar' },
  { path: paths.search(), title: 'Sök', picture: 'ficklampan' },
  { path: paths.interest(), title: 'Anmäl intresse', picture: 'brevet' },
  { path: paths.certificates(), title: 'Kontrollera ett intyg', picture: 'glasogonen' },
  { path: paths.inviteUs(), title: 'Bjud in oss', picture: 'fikat' },
];

type Text = {
  id: string;
  data: { titel: string; bild: { fil: string }; utkast: 'ja' | 'nej'; publiceras?: string | undefined; datum?: string };
};

export const getStaticPaths = (async () => {
  const today = inStockholm(Temporal.Now.instant()).toPlainDate().toString();
  // What waits for its day, and a film or a story, whose consent can end: until the next building the picture tells nothing of theirs.
  const of = (path: (id: string) => string, title?: string) => (entry: Text) => ({
    path: path(entry.id),
    title: title ?? ((entry.data.datum ?? entry.data.publiceras ?? '') > today ? 'GFO familjehem' : entry.data.titel),
    picture: entry.data.bild.fil,
  });
  const written = <Kind extends 'pages' | 'activities' | 'municipalities' | 'news' | 'films' | 'stories'>(kind: Kind) =>
    getCollection(kind, ({ data }) => data.utkast === 'nej');
  const wishes: Wish[] = [
    ...OWN,
    ...(await written('pages')).map(of((id) => `/${id}`)),
    ...(await written('activities')).map(of((id) => paths.activity(id))),
    ...(await written('municipalities')).map(of((id) => paths.municipality(id))),
    ...(await written('news')).map(of((id) => paths.newsItem(id))),
    ...(await written('films')).map(of((id) => paths.film(id), 'Min vardag')),
    ...(await written('stories')).map(of((id) => paths.story(id), 'Min vardag')),
    ...Object.values(THEMES).map((name) => ({ path: paths.theme(slugOf(name)), title: name, picture: 'klockan' })),
  ];
  return wishes.map(({ path, title, picture }) => ({
    params: { sida: paths.share(path).replace(/^\/delning\/|\.png$/g, '') },
    props: { title, picture },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ title: string; picture: string }> = async ({ props: { title, picture } }) => {
  const drawing = await drawings[`../../assets/pictures/${picture}.svg`]?.();
  if (!drawing) throw new Error(`src/assets/pictures: no drawing is called ${picture}`);
  return new Response(await sharePicture(title, drawing, wordmark), { headers: { 'Content-Type': 'image/png' } });
};
