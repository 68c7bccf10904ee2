import type { APIRoute } from 'astro';
import { Temporal } from 'temporal-polyfill';
import { openReceipt } from '../../features/booking/draft.ts';
import { factsOfReceipt, fileAnswer } from '../../features/booking/file-of.ts';
import { siteAddress } from '../../layouts/site-address.ts';
import { siteDb } from '../../shared/db/clients.ts';
import { readOccasion } from '../../shared/occasions/read-occasion.ts';

/** What was just booked, for one's own calendar. */
export const GET: APIRoute = async ({ url, rewrite }) => {
  const receipt = openReceipt(url.searchParams.get('a'));
  const occasion = receipt?.state === 'booked' ? await readOccasion(siteDb(), receipt.number, receipt.guest) : undefined;
  if (!receipt || !occasion) return rewrite(new Request(new URL('/404', url)));
  return fileAnswer(factsOfReceipt(receipt, occasion), siteAddress(url).href, Temporal.Now.instant());
};
