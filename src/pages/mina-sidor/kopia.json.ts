import type { APIRoute } from 'astro';
import { myCopy } from '../../features/data-request/my-copy.queries.ts';
import { signedIn } from '../../shared/auth/person.ts';

/** The same as the page to read, for whoever wants to take it to another place. */
export const GET: APIRoute = async ({ locals }) => {
  const copy = await myCopy(signedIn(locals).db);
  return new Response(`${JSON.stringify(copy, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="gfo-dina-uppgifter.json"',
      'Cache-Control': 'no-store',
    },
  });
};
