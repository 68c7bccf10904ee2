import type { APIRoute } from 'astro';
import { siteAddress } from '../../layouts/site-address.ts';
import { facts } from '../../shared/facts/facts.ts';
import { openPage } from '../../shared/http/open-page.ts';

/** Whom to tell of a hole in the site (RFC 9116). What it says is good for half a year, counted anew each day. */
export const GET: APIRoute = ({ url }) => {
  const response = new Response();
  const { now } = openPage({ url, response });
  const expires = now.toZonedDateTimeISO('UTC').startOfDay().add({ months: 6 }).toInstant();
  const lines = [
    `Contact: mailto:${facts.kontakt.epost}`,
    `Expires: ${expires.toString()}`,
    'Preferred-Languages: sv, en',
    `Canonical: ${new URL(url.pathname, siteAddress(url)).href}`,
  ];
  response.headers.set('Content-Type', 'text/plain; charset=utf-8');
  return new Response(`${lines.join('\n')}\n`, { headers: response.headers });
};
