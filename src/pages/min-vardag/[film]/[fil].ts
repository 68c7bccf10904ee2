import type { APIRoute } from 'astro';
import { Temporal } from 'temporal-polyfill';
import { chapterTrack } from '../../../features/films/film.ts';
import { publishedEntry } from '../../../published.ts';
import { fileAnswer } from '../../../shared/http/file-answer.ts';
import { secondsToKeep } from '../../../shared/http/open-page.ts';
import { inStockholm } from '../../../shared/time/stockholm.ts';

/** A film's own files. They are handed out here and not by the web server, so that they too are gone when a consent has ended. */
export const GET: APIRoute = async ({ params, request }) => {
  const now = Temporal.Now.instant();
  const film = await publishedEntry('films', params.film, inStockholm(now).toPlainDate().toString());
  if (!film) return new Response(null, { status: 404 });
  const keep = secondsToKeep(now);
  const { fil, textning, beskriven } = film.data;
  if (params.fil === 'kapitel.vtt') {
    return new Response(chapterTrack(film.data), {
      headers: { 'Content-Type': 'text/vtt; charset=utf-8', 'Cache-Control': `public, max-age=${keep}, s-maxage=${keep}` },
    });
  }
  const own = [fil, textning, beskriven].find((name) => name === params.fil);
  const answer = own && (await fileAnswer(`content/films/${film.id}/${own}`, request, keep));
  return answer || new Response(null, { status: 404 });
};
