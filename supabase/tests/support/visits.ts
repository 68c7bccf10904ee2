import { randomUUID } from 'node:crypto';
import type { Database } from '../../../src/shared/db/database.types.ts';
import { GATE } from './grounds.ts';
import { hash } from './registration.ts';

type Args = Database['public']['Functions']['request_visit']['Args'];

/** What the website sends for a workplace that asks, from a network and an address of its own. */
export function visitRequest(more: Partial<Args> = {}): Args {
  const id = randomUUID();
  const email = `${id}@exempel.example`;
  return {
    ...{ p_gate: GATE, p_network_key: hash(`network ${id}`), p_address_key: hash(email), p_id: id, p_email: email },
    ...{ p_organisation: 'Bruket', p_name: 'Vera Exempelgren', p_municipality: 'timra', p_wished: 'En onsdag', p_people: 25 },
    ...more,
  };
}
