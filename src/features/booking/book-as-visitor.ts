import type { z } from 'zod';
import { type Db, siteGate } from '../../shared/db/clients.ts';
import type { Database } from '../../shared/db/database.types.ts';
import { type BookingAnswer, bookingAnswerSchema } from '../../shared/occasions/booking.ts';
import { bookingKeyHash } from '../../shared/occasions/booking-link.ts';
import type { howSchema, whoSchema } from './booking.schema.ts';
import type { Draft } from './draft.ts';
import { keyOf } from './link.ts';
import { needsAsText } from './needs.ts';
import { partyOf } from './people.ts';

type Args = Database['public']['Functions']['book_as_visitor']['Args'];
export type Asked = z.output<ReturnType<typeof howSchema>> & z.output<typeof whoSchema>;

type Context = {
  db: Db;
  draft: Pick<Draft, 'id' | 'number' | 'guest'>;
  /** Whether a place in line is welcome. */
  wait: boolean;
  networkKey: string;
  addressKey: string;
};

/**
 * Books for whoever is not signed in: the booking, its history and its mail in one transaction. The same draft again is the same
 * booking. Throws when the database cannot be reached; nothing is booked then.
 */
export async function bookAsVisitor(asked: Asked, { db, draft, wait, networkKey, addressKey }: Context): Promise<BookingAnswer> {
  const { form, tid, vuxna, aldrar, namn, epost, organisation } = asked;
  const { data, error } = await db.rpc('book_as_visitor', {
    p_gate: siteGate(),
    p_network_key: networkKey,
    p_address_key: addressKey,
    p_id: draft.id,
    p_key_hash: bookingKeyHash(keyOf(draft.id)),
    p_number: draft.number,
    p_form: form,
    p_name: namn,
    p_email: epost.address,
    p_email_key: epost.key,
    p_people: JSON.stringify(partyOf(namn, vuxna, aldrar)),
    p_needs: needsAsText(asked, form),
    p_wait: wait,
    ...(tid !== '' && { p_session: tid }),
    ...(organisation && { p_organisation: organisation }),
    ...(draft.guest && { p_guest_code: draft.guest }),
  } satisfies Args);
  if (error) throw new Error(`book_as_visitor: ${error.code} ${error.message}`);
  return bookingAnswerSchema.parse(data);
}
