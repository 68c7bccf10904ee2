import { paths } from '../paths.ts';
import { siteAddress } from './site-address.ts';

type Step = { to: string; text: string };

/** The way to a page as search engines want to know it (schema.org BreadcrumbList), from the front page to the page itself. */
export function crumbList(here: URL, steps: readonly Step[]) {
  const site = siteAddress(here);
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ to: paths.home(), text: 'Startsidan' }, ...steps].map(({ to, text }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: text,
      item: new URL(to.replace(/\?.*/, ''), site).href,
    })),
  };
}
