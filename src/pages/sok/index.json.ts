import type { APIRoute } from 'astro';
import { everything } from '../../found.ts';
import { openPage } from '../../shared/http/open-page.ts';

export const GET: APIRoute = async ({ url }) => {
  const response = Response.json([]);
  const { today } = openPage({ url, response });
  return new Response(JSON.stringify(await everything(today)), { headers: response.headers });
};
