import type { Temporal } from 'temporal-polyfill';
import { facts } from '../../shared/facts/facts.ts';
import type { BookingFacts } from '../../shared/occasions/booking.ts';
import { calendarFile } from '../../shared/occasions/calendar-file.ts';
import type { Occasion } from '../../shared/occasions/occasion.ts';
import type { Receipt } from './draft.ts';

/** The calendar file of a booking, to download; never kept by anybody on the way. */
export function fileAnswer(booking: BookingFacts, siteUrl: string, stamp: Temporal.Instant): Response {
  const { filename, contentType, content } = calendarFile(booking, { siteUrl, stamp, email: facts.kontakt.epost });
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${filename}"`,
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    },
  });
}

/** What was just booked, as a booking: the same file as the mail's, made from what was asked for. */
export function factsOfReceipt(receipt: Receipt, occasion: Occasion): BookingFacts {
  const sessions = occasion.sessions.filter(({ id }) => receipt.session === undefined || id === receipt.session);
  const { activity, title, theme, place, address } = occasion;
  return {
    booking: receipt.id,
    number: 0,
    ours: false,
    sequence: 0,
    state: 'booked',
    form: receipt.form,
    seats: receipt.adults + receipt.ages.length,
    occasion: occasion.number,
    activity,
    title,
    isSlot: occasion.isSlotted,
    ...(theme && { theme }),
    sessions: sessions.map(({ id, part, startsAt, endsAt, form, place: own, address: ownAddress }) => {
      const [where, street] = own ? [own, ownAddress] : [place, address];
      return {
        id,
        part,
        startsAt,
        endsAt,
        form,
        ...(where && { place: where }),
        ...(street && { address: street }),
      };
    }),
  };
}
