import { paths } from '../../paths.ts';

/** Which of the two calendars it is: the one for everybody, or a signed-in home's. */
export type Door = {
  isHome: boolean;
  calendar: (query?: Record<string, string | undefined>) => string;
  occasion: (number: number) => string;
  book: (number: number) => string;
  seats: (number: number) => string;
};

/** `campaign` and `guest` ride along in every link. */
export function openDoor(campaign?: string, guest?: string): Door {
  return {
    isHome: false,
    calendar: (query) => paths.calendar({ ...query, k: campaign }),
    occasion: (number) => paths.occasion(number, { k: campaign, inbjudan: guest }),
    book: (number) => paths.book(number, { inbjudan: guest, k: campaign }),
    seats: (number) => paths.occasionSeats(number, guest),
  };
}

export const homeDoor: Door = {
  isHome: true,
  calendar: paths.portal.calendar,
  occasion: paths.portal.occasion,
  book: (number) => paths.portal.book(number),
  seats: paths.portal.occasionSeats,
};
