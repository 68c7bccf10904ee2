import type { APIRoute } from 'astro';
import { participants } from '../../../../features/participants/participants.queries.ts';
import { fileLines } from '../../../../features/participants/participants-file.ts';
import { signedIn } from '../../../../shared/auth/person.ts';
import { homeNumber } from '../../../../shared/form/home-number.ts';
import { csvFile } from '../../../../shared/http/csv.ts';

/** The list as a file that opens in a Swedish Excel. */
export const GET: APIRoute = async ({ locals, params, rewrite }) => {
  const number = homeNumber(params.nummer);
  const list = number === undefined ? undefined : await participants(signedIn(locals).db, number);
  if (!list) return rewrite('/404');
  return new Response(csvFile(fileLines(list)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="gfo-deltagare-${list.number}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
};
