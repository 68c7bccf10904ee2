import type { APIRoute } from 'astro';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fileAnswer } from '../../../../features/booking/file-of.ts';
import { ownBooking } from '../../../../features/booking/own-booking.ts';
import { siteAddress } from '../../../../layouts/site-address.ts';
import { signedIn } from '../../../../shared/auth/person.ts';

/** One's own booking for one's own calendar. */
export const GET: APIRoute = async ({ params, url, locals, rewrite }) => {
  const id = z.uuid().safeParse(params.id).data;
  const view = id && (await ownBooking(id, signedIn(locals).db));
  return view ? fileAnswer(view, siteAddress(url).href, Temporal.Now.instant()) : rewrite(new Request(new URL('/404', url)));
};
