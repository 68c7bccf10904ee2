import type { APIRoute } from 'astro';
import { reminder } from '../../features/self-check/reminder.ts';
import { siteAddress } from '../../layouts/site-address.ts';
import { paths } from '../../paths.ts';
import { openPage } from '../../shared/http/open-page.ts';

/** A reminder for one's own calendar: nobody here has to know who wants one. */
export const GET: APIRoute = ({ url }) => {
  const response = new Response();
  const { now } = openPage({ url, response });
  const months = Number(/^(?:[1-9]|1\d|2[0-4])$/.exec(url.searchParams.get('om') ?? '')?.[0] ?? 6);
  response.headers.set('Content-Type', 'text/calendar; charset=utf-8');
  response.headers.set('Content-Disposition', 'attachment; filename="paminnelse.ics"');
  return new Response(reminder(now, months, new URL(paths.home(), siteAddress(url)).href), { headers: response.headers });
};
