import { publicDays } from './features/calendar/calendar.queries.ts';
import { paths } from './paths.ts';
import { published } from './published.ts';
import { slugOf } from './shared/content/slug.ts';
import { inStockholm } from './shared/time/stockholm.ts';

/** Pages that are no text of the communicator's. */
const OWN = [paths.home(), paths.search(), paths.interest(), paths.inviteUs(), paths.certificates()];

export type PublicPage = { path: string; title: string; picture: string; changed?: string | undefined };

/** Every page that is open to all and shows on that day, for the sitemap and whoever wants to look at all of them. */
export async function publicPages(today: string): Promise<PublicPage[]> {
  const [films, stories] = [await published('films', today), await published('stories', today)];
  const themes = [...new Set([...films, ...stories].flatMap(({ data }) => data.teman))];
  const page =
    (path: (id: string) => string) =>
    (entry: { id: string; data: { titel: string; bild: { fil: string }; publiceras?: string | undefined } }) => ({
      path: path(entry.id),
      title: entry.data.titel,
      picture: entry.data.bild.fil,
      changed: entry.data.publiceras,
    });
  return [
    ...OWN.map((path) => ({ path, title: 'GFO familjehem', picture: 'stovlar' })),
    ...(await published('pages', today)).map(page((id) => `/${id}`)),
    ...(await published('activities', today)).map(page((id) => paths.activity(id))),
    ...(await published('municipalities', today)).map(page((id) => paths.municipality(id))),
    ...(await published('news', today)).filter(({ data }) => data.datum <= today).map(page((id) => paths.newsItem(id))),
    ...films.map(page((id) => paths.film(id))),
    ...stories.map(page((id) => paths.story(id))),
    // Nothing of them when the database is silent: the calendar itself is there.
    ...((await publicDays()) ?? [])
      .filter(({ state, endsAt }) => state === 'published' && inStockholm(endsAt).toPlainDate().toString() >= today)
      .map(({ number, title }) => ({ path: paths.occasion(number), title, picture: 'almanackan' })),
    ...themes.map((theme) => ({ path: paths.theme(slugOf(theme)), title: 'Min vardag', picture: 'klockan' })),
  ];
}
