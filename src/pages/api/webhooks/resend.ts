import type { APIRoute } from 'astro';
import { resendWebhook } from '../../../../functions/webhooks/resend.endpoint.ts';

export const POST: APIRoute = ({ request }) => resendWebhook(request);
