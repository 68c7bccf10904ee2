import type { APIRoute } from 'astro';
import { outboxEndpoint } from '../../../../functions/jobs/outbox.endpoint.ts';

export const POST: APIRoute = ({ request }) => outboxEndpoint(request);
/** Vercel Cron calls with GET. */
export const GET: APIRoute = ({ request }) => outboxEndpoint(request);
