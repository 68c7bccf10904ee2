import type { APIRoute } from 'astro';
import { Temporal } from 'temporal-polyfill';
import { liveOf } from '../../../../features/calendar/live.ts';
import { signedIn } from '../../../../shared/auth/person.ts';
import { occasionNumber, readOccasion } from '../../../../shared/occasions/read-occasion.ts';

/** The seats of what a home may book, as they are now. */
export const GET: APIRoute = async ({ params, locals }) => {
  const number = occasionNumber(params.nummer);
  const occasion = number && (await readOccasion(signedIn(locals).db, number));
  return occasion ? Response.json(liveOf(occasion, Temporal.Now.instant())) : Response.json({}, { status: 404 });
};
