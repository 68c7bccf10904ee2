import type { Facts } from '../../shared/facts/facts.schema.ts';

/** What every notice needs to know of the site. */
export type Setting = { kontakt: Facts['kontakt']; siteUrl: string };
