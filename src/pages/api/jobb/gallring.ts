import type { APIRoute } from 'astro';
import { keepingEndpoint } from '../../../../functions/jobs/keeping.endpoint.ts';

export const POST: APIRoute = ({ request }) => keepingEndpoint(request);
/** Vercel Cron calls with GET. */
export const GET: APIRoute = ({ request }) => keepingEndpoint(request);
