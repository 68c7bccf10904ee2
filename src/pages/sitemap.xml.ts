import type { APIRoute } from 'astro';
import { siteAddress } from '../layouts/site-address.ts';
import { publicPages } from '../public-paths.ts';
import { openPage } from '../shared/http/open-page.ts';

export const GET: APIRoute = async ({ url }) => {
  const response = new Response();
  const { today } = openPage({ url, response });
  const site = siteAddress(url);
  const entries = (await publicPages(today)).map(
    ({ path, changed }) => `<url><loc>${new URL(path, site).href}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`,
  );
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
  response.headers.set('Content-Type', 'application/xml; charset=utf-8');
  return new Response(body, { headers: response.headers });
};
