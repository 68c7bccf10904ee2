/**
 * Where the site lives, for addresses that others keep (canonical, Open Graph). The setting goes before the request's own
 * host, which a visitor can make up; the request is enough where no setting is, as in a test.
 */
export function siteAddress(requested: URL): URL {
  return new URL(process.env.SITE_URL ?? requested.origin);
}
