import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { byDay } from '../features/films/film.ts';
import { newest } from '../features/news/news.ts';
import { siteAddress } from '../layouts/site-address.ts';
import { paths } from '../paths.ts';
import { published } from '../published.ts';
import { openPage } from '../shared/http/open-page.ts';

/** News and films, newest first. */
export const GET: APIRoute = async ({ url }) => {
  const response = new Response();
  const { today } = openPage({ url, response });
  const news = newest(await published('news', today), today).map(({ id, data }) => ({
    title: data.titel,
    description: data.ingress,
    link: paths.newsItem(id),
    pubDate: new Date(data.datum),
  }));
  const films = (await published('films', today)).toSorted(byDay).map(({ id, data }) => ({
    title: `Film: ${data.titel}`,
    description: data.ingress,
    link: paths.film(id),
    pubDate: new Date(data.publiceras ?? data.samtycke.givet),
  }));
  const items = [...news, ...films].toSorted((one, other) => other.pubDate.getTime() - one.pubDate.getTime());
  const feed = await rss({
    title: 'GFO familjehem: nyheter och filmer',
    description: 'Nytt från GFO, kommunernas gemensamma familjehemsorganisation i Västernorrland.',
    site: siteAddress(url),
    trailingSlash: false,
    customData: '<language>sv-se</language>',
    items,
  });
  feed.headers.set('Cache-Control', response.headers.get('Cache-Control') ?? '');
  return feed;
};
