import { Temporal } from 'temporal-polyfill';
import { campaignFrom } from '../../paths.ts';
import { inStockholm } from '../time/stockholm.ts';

const FIVE_MINUTES = 300;
const SEATS_KEEP = 15;

/** How long a shared cache may keep a page, in seconds: five minutes at most, and never into the next day, when something may have to be gone. */
export function secondsToKeep(now: Temporal.Instant): number {
  const local = inStockholm(now);
  const midnight = local.startOfDay().add({ days: 1 });
  return Math.max(1, Math.min(FIVE_MINUTES, Math.floor(local.until(midnight).total('seconds'))));
}

type Asked = { url: URL; response: { readonly headers: Headers } };

/** What every page that is open to all begins with: the time, the day in Stockholm (`2026-11-29`), the campaign; and how long it keeps. */
export function openPage({ url, response }: Asked) {
  const now = Temporal.Now.instant();
  response.headers.set('Cache-Control', `public, max-age=0, s-maxage=${secondsToKeep(now)}`);
  return { now, today: inStockholm(now).toPlainDate().toString(), campaign: campaignFrom(url) };
}

/** For a page that says what comes next: not a moment after that has begun. */
export function keepNoLongerThan(
  { headers }: Asked['response'],
  now: Temporal.Instant,
  time: Temporal.Instant | undefined,
): void {
  const left = time ? Math.floor(now.until(time).total('seconds')) : FIVE_MINUTES;
  const seconds = Math.max(1, Math.min(left, secondsToKeep(now)));
  headers.set('Cache-Control', `public, max-age=0, s-maxage=${seconds}`);
}

/** For a page that says how many seats are left: a shared cache may keep it for some seconds only. */
export function keepSeats({ headers }: Asked['response']): void {
  headers.set('Cache-Control', `public, max-age=0, s-maxage=${SEATS_KEEP}`);
}
