import type { APIRoute } from 'astro';
import { kindsOf } from '../features/activities/bookable.ts';
import { publicCalendar } from '../features/calendar/calendar.queries.ts';
import { filterFrom, isIn } from '../features/calendar/filter.rules.ts';
import { siteAddress } from '../layouts/site-address.ts';
import { published } from '../published.ts';
import { openPage } from '../shared/http/open-page.ts';
import { calendarFeed } from '../shared/occasions/calendar-file.ts';
import { occasionNumber } from '../shared/occasions/read-occasion.ts';

/**
 * What a calendar of one's own subscribes to, filtered as the page is; `nr` is one occasion alone. When the database is silent it
 * is an error and not an empty calendar, from which everything would be taken away.
 */
export const GET: APIRoute = async ({ url }) => {
  const response = new Response();
  const { now, today } = openPage({ url, response });
  const occasions = await publicCalendar();
  if (!occasions) return new Response(null, { status: 503, headers: { 'Retry-After': '300', 'Cache-Control': 'no-store' } });
  const kinds = kindsOf(await published('activities', today));
  const filter = filterFrom(url.searchParams, kinds);
  const number = occasionNumber(url.searchParams.get('nr') ?? undefined);
  const chosen = occasions.filter((of) => isIn(filter, of, kinds) && (number === undefined || of.number === number));
  response.headers.set('Content-Type', 'text/calendar; charset=utf-8');
  response.headers.set('Content-Disposition', `inline; filename="${number ? `tillfalle-${number}` : 'gfo'}.ics"`);
  const file = calendarFeed(chosen, { siteUrl: siteAddress(url).href, stamp: now });
  return new Response(file, { headers: response.headers });
};
