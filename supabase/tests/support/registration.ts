import { createHash, randomUUID } from 'node:crypto';
import type { Database } from '../../../src/shared/db/database.types.ts';
import { GATE } from './grounds.ts';

export type RegisterArgs = Database['public']['Functions']['register_interest']['Args'];

export const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** What the website sends for a made-up family; each test changes what it is about. */
export function registration(changes: Partial<RegisterArgs> = {}): RegisterArgs {
  const email = changes.p_email ?? 'amira@exempel.example';
  return {
    p_gate: GATE,
    p_network_key: hash('network'),
    p_address_key: hash(email),
    p_draft_key: hash(randomUUID()),
    p_proven: true,
    p_considering: 'foster_home',
    p_municipality: 'timra',
    p_adults: 2,
    p_child_ages: [4, 7],
    p_first_name: 'Amira',
    p_last_name: 'Påhittad',
    p_email: email,
    p_email_address: email,
    p_email_key: email.toLowerCase(),
    p_phone: '+46701740605',
    p_contact_way: 'phone',
    p_contact_times: ['morning'],
    p_heard_from: ['friend', 'poster'],
    p_question: 'Hur lång tid tar det?',
    p_call_by: new Date(Date.now() + 2 * 86_400_000).toISOString(),
    ...changes,
  };
}
