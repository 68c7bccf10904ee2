import type { APIRoute } from 'astro';
import { template } from '../../../features/by-hand/columns.ts';

/** An empty file with the rubrics that the reading of a file knows. */
export const GET: APIRoute = () =>
  new Response(template(), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="gfo-hem-mall.csv"',
      'Cache-Control': 'no-store',
    },
  });
