import { ownPath, paths } from '../../paths.ts';

/** Where the person was going when the second step stopped them, as the page's address says it. */
export function wantedFrom(url: URL): string | undefined {
  return ownPath(url.searchParams.get('vidare'));
}

/** Where the second step leads. */
export function landing(url: URL): string {
  return wantedFrom(url) ?? paths.desk.home;
}
