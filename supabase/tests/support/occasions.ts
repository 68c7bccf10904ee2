import { createHash, randomUUID } from 'node:crypto';
import type { Database } from '../../../src/shared/db/database.types.ts';
import { GATE, type Ground } from './grounds.ts';
import { hash } from './registration.ts';

export type Form = 'digital' | 'physical';
export type Occasion = { id: string; number: number; sessions: string[] };

type Wishes = {
  digital?: number | null;
  physical?: number | null;
  audience?: string[];
  activity?: string;
  title?: string;
  /** Hours from now to each session; each lasts an hour. */
  sessions?: number[];
  slotted?: boolean;
  children?: boolean;
  certificate?: boolean;
  largestParty?: number;
};

/** A published occasion of four digital seats in ten days, unless otherwise wished. */
export async function occasionOn(run: Ground['sql'], wishes: Wishes = {}): Promise<Occasion> {
  const { digital = 4, physical = null, audience = ['everyone'], sessions = [240], slotted = false } = wishes;
  const [made] = await run<{ id: string; number: string }>(
    `insert into public.occasion (
       activity, title, state, published_at, audience, digital_seats, physical_seats, is_slotted, takes_children, gives_certificate,
       largest_party, place, digital_link
     ) values ($1, $2, 'published', now(), $3::public.audience[], $4, $5, $6, $7, $8, $9, 'Lokalen', 'https://mote.exempel.example/rum')
     returning id, number`,
    [
      wishes.activity ?? 'sa-funkar-det',
      wishes.title ?? 'Så funkar det',
      `{${audience.join(',')}}`,
      ...(slotted ? [null, null] : [digital, physical]),
      slotted,
      wishes.children ?? false,
      wishes.certificate ?? false,
      wishes.largestParty ?? 8,
    ],
  );
  if (!made) throw new Error('no occasion');
  const form = digital === null ? 'physical' : physical === null ? 'digital' : 'hybrid';
  const ids: string[] = [];
  for (const [at, hours] of sessions.entries()) {
    const [session] = await run<{ id: string }>(
      `insert into public.occasion_session (occasion_id, part, starts_at, ends_at, form)
       values ($1, $2, now() + $3 * interval '1 hour', now() + ($3 + 1) * interval '1 hour', $4::public.session_form) returning id`,
      [made.id, at + 1, hours, form],
    );
    ids.push(session?.id ?? '');
  }
  return { id: made.id, number: Number(made.number), sessions: ids };
}

/** What stands in the link of a visitor's mail, here as good as any. */
export const linkKey = (id: string) => createHash('sha256').update(`link ${id}`).digest('hex');

type BookArgs = Database['public']['Functions']['book_as_visitor']['Args'];

/** A visitor of so many seats, from a network and an address of their own. */
export function visitor(occasion: Pick<Occasion, 'number'>, seats = 1, more: Partial<BookArgs> = {}): BookArgs {
  const id = more.p_id ?? randomUUID();
  const email = more.p_email ?? `${id}@exempel.example`;
  return {
    p_gate: GATE,
    p_network_key: hash(`network ${id}`),
    p_address_key: hash(email),
    p_id: id,
    p_key_hash: hash(linkKey(id)),
    p_number: occasion.number,
    p_form: 'digital',
    p_name: 'Vera Exempelgren',
    p_email: email,
    p_email_key: email,
    p_people: JSON.stringify([{ name: 'Vera Exempelgren' }, ...Array.from({ length: seats - 1 }, () => ({}))]),
    p_needs: '{}',
    p_wait: false,
    ...more,
  };
}

/** Ends what adults have booked so far: for who counts what a test of their own does. */
export const endBookings = (run: Ground['sql']) =>
  run(
    `with ended as (
       update public.booking set state = 'cancelled', ended_at = now(), ended_why = 'by_booker'
       where state <> 'cancelled' and member_id is not null returning id
     )
     update public.seat_wish set state = 'left', settled_at = now()
     where state in ('waiting', 'offered') and booking_id in (select id from ended)`,
  );
