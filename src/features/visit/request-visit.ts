import { z } from 'zod';
import { type Db, siteGate } from '../../shared/db/clients.ts';
import type { Visit } from './visit.schema.ts';

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.literal('too_often') }),
]);

type Context = { id: string; db: Db; networkKey: string; addressKey: string };

/** Asks for a visit, once for the same id. Throws when the database cannot be reached; nothing is asked then. */
export async function requestVisit(visit: Visit, { id, db, networkKey, addressKey }: Context): Promise<z.output<typeof answer>> {
  const { data, error } = await db.rpc('request_visit', {
    p_gate: siteGate(),
    p_network_key: networkKey,
    p_address_key: addressKey,
    p_id: id,
    p_organisation: visit.organisation,
    p_name: visit.namn,
    p_email: visit.epost.address,
    p_municipality: visit.kommun,
    p_wished: visit.onskan,
    p_people: visit.antal,
    ...(visit.telefon && { p_phone: visit.telefon.value }),
    ...(visit.meddelande && { p_message: visit.meddelande }),
  });
  if (error) throw new Error(`request_visit: ${error.code} ${error.message}`);
  return answer.parse(data);
}
