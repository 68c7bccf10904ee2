import type { Ground } from './grounds.ts';
import type { Form } from './occasions.ts';

export type Wish = {
  id: string;
  booking: string;
  place: number;
  form: Form;
  seats: number;
  need: number;
  slot: string | null;
  state: string;
  /** Its time is out, and nobody has noticed yet. */
  isLapsed: boolean;
};
export type Event = { kind: string; form?: Form; seats?: number };
export type Booking = {
  id: string;
  state: 'booked' | 'waiting' | 'cancelled';
  form: Form;
  seats: number;
  session: string | null;
  isSlot: boolean;
  isBookedSince: boolean;
  sequence: number;
  /** The order of those who have seats: 1, 2, 3 … */
  people: number[];
  events: Event[];
  mails: string[];
};
export type Now = {
  seats: Record<Form, number | null>;
  isSlotted: boolean;
  sessions: { id: string; form: string }[];
  bookings: Booking[];
  /** Those in line and those with an offer, by place. */
  wishes: Wish[];
};

const QUESTION = `
  select jsonb_build_object(
    'seats', jsonb_build_object('digital', o.digital_seats, 'physical', o.physical_seats), 'isSlotted', o.is_slotted,
    'sessions', (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'form', s.form) order by s.part), '[]')
      from public.occasion_session s where s.occasion_id = o.id and s.cancelled_at is null
    ),
    'bookings', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', b.id, 'state', b.state, 'form', b.form, 'seats', b.seats, 'session', b.session_id, 'isSlot', b.is_slot,
        'isBookedSince', b.booked_at is not null, 'sequence', b.sequence,
        'people', (select coalesce(jsonb_agg(p.ord order by p.ord), '[]') from public.booking_person p where p.booking_id = b.id),
        'events', (
          select coalesce(jsonb_agg(e.details || jsonb_build_object('kind', e.kind) order by e.id), '[]')
          from public.booking_event e where e.booking_id = b.id
        ),
        'mails', (
          select coalesce(jsonb_agg(m.template order by m.template), '[]') from public.mail m
          where m.recipient = b.email and m.payload ->> 'booking' = b.id::text
        )
      ) order by b.number), '[]')
      from public.booking b where b.occasion_id = o.id
    ),
    'wishes', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', w.id, 'booking', w.booking_id, 'place', w.place, 'form', w.form, 'seats', jsonb_array_length(w.people), 'need', w.need,
        'slot', w.session_id, 'state', w.state, 'isLapsed', coalesce(w.offer_until <= now(), false)
      ) order by w.place), '[]')
      from public.seat_wish w where w.occasion_id = o.id and w.state in ('waiting', 'offered')
    )
  ) as now
  from public.occasion o where o.number = $1`;

/** All that the database knows of an occasion, to be held against the laws. */
export async function occasionNow(run: Ground['sql'], number: number): Promise<Now> {
  const [row] = await run<{ now: Now }>(QUESTION, [number]);
  if (!row) throw new Error('no occasion');
  return row.now;
}
