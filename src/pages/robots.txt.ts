import type { APIRoute } from 'astro';
import { siteAddress } from '../layouts/site-address.ts';
import { paths } from '../paths.ts';
import { openPage } from '../shared/http/open-page.ts';

export const GET: APIRoute = ({ url }) => {
  const response = new Response();
  openPage({ url, response });
  const closed = ['/api/', paths.portal.home, paths.desk.home, '/logga-in'];
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${new URL(paths.sitemap, siteAddress(url)).href}`,
  ];
  response.headers.set('Content-Type', 'text/plain; charset=utf-8');
  return new Response(`${lines.join('\n')}\n`, { headers: response.headers });
};
