import type { APIRoute } from 'astro';
import { bookingsEndpoint } from '../../../../functions/jobs/bookings.endpoint.ts';

export const POST: APIRoute = ({ request }) => bookingsEndpoint(request);
/** Vercel Cron calls with GET. */
export const GET: APIRoute = ({ request }) => bookingsEndpoint(request);
