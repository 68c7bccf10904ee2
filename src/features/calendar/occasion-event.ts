import { paths } from '../../paths.ts';
import { formsOf, type Occasion, type SeatForm } from '../../shared/occasions/occasion.ts';
import { FORM_WORDS } from '../../shared/occasions/words.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { isOpen, standingOf } from './standing.rules.ts';

const at = (time: Occasion['startsAt']) => inStockholm(time).toString({ timeZoneName: 'never', smallestUnit: 'minute' });

const SCHEMA = 'https://schema.org/';

/**
 * An occasion as search engines want to know it (schema.org Event). `site` is the site's own address; `seats` whether to say if
 * there are any left, which a page that is kept for long must not.
 */
export function occasionEvent(occasion: Occasion, description: string, site: URL, seats: boolean) {
  const url = new URL(paths.occasion(occasion.number), site).href;
  const forms = formsOf(occasion);
  const standing = standingOf(occasion);
  const locations = forms.map((form) => locationOf(occasion, form, url));
  return {
    '@type': 'Event',
    name: occasion.theme ? `${occasion.title}: ${occasion.theme}` : occasion.title,
    description,
    inLanguage: 'sv',
    startDate: at(occasion.startsAt),
    endDate: at(occasion.endsAt),
    eventStatus: `${SCHEMA}${occasion.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `${SCHEMA}${modeOf(forms)}`,
    location: locations.length === 1 ? locations[0] : locations,
    ...(occasion.sessions.length > 1 &&
      !occasion.isSlotted && {
        subEvent: occasion.sessions.map(({ startsAt, endsAt }) => ({
          '@type': 'Event',
          name: occasion.title,
          startDate: at(startsAt),
          endDate: at(endsAt),
        })),
      }),
    organizer: { '@type': 'Organization', name: 'GFO familjehem', url: site.href },
    isAccessibleForFree: true,
    ...(seats && isOpen(standing) && { offers: forms.map((form) => offerOf(occasion, form, url)) }),
    url,
  };
}

function modeOf(forms: readonly SeatForm[]): string {
  if (forms.length > 1) return 'MixedEventAttendanceMode';
  return forms[0] === 'physical' ? 'OfflineEventAttendanceMode' : 'OnlineEventAttendanceMode';
}

function locationOf({ place, address }: Occasion, form: SeatForm, url: string) {
  if (form === 'digital') return { '@type': 'VirtualLocation', url };
  return { '@type': 'Place', name: place ?? 'Västernorrland', address: address ?? place ?? 'Västernorrland' };
}

function offerOf(occasion: Occasion, form: SeatForm, url: string) {
  return {
    '@type': 'Offer',
    name: FORM_WORDS[form],
    price: 0,
    priceCurrency: 'SEK',
    availability: `${SCHEMA}${occasion[form]?.free ? 'InStock' : 'SoldOut'}`,
    ...(occasion.bookingOpensAt && { validFrom: at(occasion.bookingOpensAt) }),
    url,
  };
}
