import type { APIRoute } from 'astro';
import { Temporal } from 'temporal-polyfill';
import { fileAnswer } from '../../../../features/booking/file-of.ts';
import { linkIn } from '../../../../features/booking/link.ts';
import { visitorBooking } from '../../../../features/booking/visitor-booking.ts';
import { siteAddress } from '../../../../layouts/site-address.ts';
import { siteDb } from '../../../../shared/db/clients.ts';

/** A visitor's booking for their own calendar. */
export const GET: APIRoute = async ({ url, rewrite }) => {
  const link = linkIn(url);
  const view = link && (await visitorBooking(link, siteDb()));
  return view ? fileAnswer(view, siteAddress(url).href, Temporal.Now.instant()) : rewrite(new Request(new URL('/404', url)));
};
