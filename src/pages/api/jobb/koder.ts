import type { APIRoute } from 'astro';
import { codesEndpoint } from '../../../../functions/jobs/codes.endpoint.ts';

export const POST: APIRoute = ({ request }) => codesEndpoint(request);
