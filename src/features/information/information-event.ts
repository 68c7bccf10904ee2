import type { Temporal } from 'temporal-polyfill';
import { paths } from '../../paths.ts';

/** The next Så funkar det as search engines want to know it (schema.org Event). `site` is the site's own address. */
export function informationEvent(next: Temporal.ZonedDateTime, description: string, site: URL) {
  const url = new URL(paths.information(), site).href;
  return {
    '@type': 'Event',
    name: 'Så funkar det',
    description,
    inLanguage: 'sv',
    startDate: next.toString({ timeZoneName: 'never', smallestUnit: 'minute' }),
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    eventStatus: 'https://schema.org/EventScheduled',
    location: { '@type': 'VirtualLocation', url },
    organizer: { '@type': 'Organization', name: 'GFO familjehem', url: site.href },
    isAccessibleForFree: true,
    url,
  };
}
