import type { APIRoute } from 'astro';
import { Temporal } from 'temporal-polyfill';
import { liveOf } from '../../../features/calendar/live.ts';
import { siteDb } from '../../../shared/db/clients.ts';
import { guestCode, occasionNumber, readOccasion } from '../../../shared/occasions/read-occasion.ts';

/** The seats of an occasion as they are now, for its page while it is open. Never kept anywhere. */
export const GET: APIRoute = async ({ params, url }) => {
  const number = occasionNumber(params.nummer);
  const occasion = number && (await readOccasion(siteDb(), number, guestCode(url)));
  const headers = { 'Cache-Control': 'no-store' };
  return occasion
    ? Response.json(liveOf(occasion, Temporal.Now.instant()), { headers })
    : Response.json({}, { status: 404, headers });
};
