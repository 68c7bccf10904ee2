import { derivedKey } from '../../shared/env.ts';
import { bookingKey, isBookingKey } from '../../shared/occasions/booking-link.ts';

/** What opens one visitor's booking: its id, and the key of the link in their mail. */
export type Link = { id: string; key: string };

const ADDRESS = /^\/bokning\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([0-9a-f]{64})(?:\/|$)/;

/** The link that the address is; undefined when it is none, or its key does not open it. */
export function linkIn(url: URL, secret: Buffer = derivedKey('booking')): Link | undefined {
  const [, id, key] = ADDRESS.exec(url.pathname) ?? [];
  return id && key && isBookingKey(secret, id, key) ? { id, key } : undefined;
}

/** The key of a booking that is made now. */
export const keyOf = (id: string) => bookingKey(derivedKey('booking'), id);
