import type { APIRoute } from 'astro';
import { Temporal } from 'temporal-polyfill';
import { headFigures } from '../../features/figures/figures.queries.ts';
import { fileLines } from '../../features/figures/figures-file.ts';
import { askedFor, isOver, readPeriod } from '../../features/figures/period.ts';
import { reportOf } from '../../features/figures/report.ts';
import { heardFromTexts, municipalityTexts } from '../../features/interest/interest.text.ts';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { csvFile } from '../../shared/http/csv.ts';

/** The same as the page shows, with the same things hidden. */
export const GET: APIRoute = async ({ locals, url, redirect }) => {
  const now = Temporal.Now.instant();
  const asked = Object.fromEntries(url.searchParams);
  const { period, faults } = readPeriod(asked, now);
  // The page says what is wrong with it.
  if (faults.length > 0) return redirect(paths.desk.figures(asked), 303);
  const names = { municipalities: municipalityTexts, sources: heardFromTexts };
  const keys = { municipalities: Object.keys(municipalityTexts), sources: Object.keys(heardFromTexts) };
  const report = reportOf(await headFigures(signedIn(locals).db, period.year), period, keys, now);
  const name = Object.values(askedFor(period)).filter(Boolean).join('-');
  return new Response(csvFile(fileLines(report, period, !isOver(period, now), names)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="gfo-siffror-${name}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
};
