import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What stands in the link of a visitor's mail beside the booking's id (hex): made from the site's secret, so that neither the
 * database nor the mail's row holds it. `secret` is SITE_SECRET's key for this use alone.
 */
export function bookingKey(secret: Buffer, id: string): string {
  return createHmac('sha256', secret).update(id.toLowerCase()).digest('hex');
}

/** What the database knows the key by. */
export const bookingKeyHash = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Whether this key opens this booking. */
export function isBookingKey(secret: Buffer, id: string, key: string): boolean {
  const own = Buffer.from(bookingKey(secret, id));
  const given = Buffer.from(key);
  return own.length === given.length && timingSafeEqual(own, given);
}
