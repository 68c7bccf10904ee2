import { actions } from 'astro:actions';
import type { Door } from './features/booking/door.ts';
import type { Link } from './features/booking/link.ts';
import { paths } from './paths.ts';
import { actionAddress } from './shared/form/action-address.ts';

export function visitorDoor({ id, key }: Link): Door {
  const page = (step?: 'andra' | 'avboka' | 'behov') => paths.booking(id, key, step);
  return {
    home: page(),
    change: page('andra'),
    cancel: page('avboka'),
    needs: page('behov'),
    file: paths.bookingFile(id, key),
    post: {
      act: actionAddress(page(), actions.booking.act),
      change: actionAddress(page('andra'), actions.booking.change),
      needs: actionAddress(page('behov'), actions.booking.setNeeds),
    },
    hidden: {},
    calendar: paths.calendar(),
    occasion: (number) => paths.occasion(number),
  };
}

export function ownDoor(id: string): Door {
  const page = (step?: 'andra' | 'avboka' | 'behov') => paths.portal.booking(id, step);
  return {
    home: page(),
    change: page('andra'),
    cancel: page('avboka'),
    needs: page('behov'),
    file: paths.portal.bookingFile(id),
    post: {
      act: actionAddress(page(), actions.myBooking.act),
      change: actionAddress(page('andra'), actions.myBooking.change),
      needs: actionAddress(page('behov'), actions.myBooking.setNeeds),
    },
    hidden: { bokning: id },
    calendar: paths.portal.calendar(),
    occasion: paths.portal.occasion,
  };
}
