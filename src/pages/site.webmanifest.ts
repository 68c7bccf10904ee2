import type { APIRoute } from 'astro';
import { paths } from '../paths.ts';
import { openPage } from '../shared/http/open-page.ts';

export const GET: APIRoute = ({ url }) => {
  const response = new Response();
  openPage({ url, response });
  response.headers.set('Content-Type', 'application/manifest+json; charset=utf-8');
  const manifest = {
    name: 'GFO familjehem',
    short_name: 'GFO',
    description: 'Bli familjehem i Västernorrland.',
    lang: 'sv',
    start_url: paths.home(),
    display: 'browser',
    background_color: '#fbfaf6',
    theme_color: '#14302b',
    icons: [
      { src: paths.favicon, type: 'image/svg+xml', sizes: 'any' },
      { src: paths.touchIcon, type: 'image/png', sizes: '180x180' },
      { src: paths.largeIcon, type: 'image/png', sizes: '512x512', purpose: 'any maskable' },
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: response.headers });
};
