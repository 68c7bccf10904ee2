import type { Temporal } from 'temporal-polyfill';
import type { SessionForm } from '../../shared/occasions/occasion.ts';
import type { DeskOccasion, DeskSession } from './run-occasions.schema.ts';

/** A session as `save_occasion` takes it. Without `id` it is a new one. */
export type SessionColumns = {
  id?: string;
  starts_at: string;
  ends_at: string;
  form: SessionForm;
  place: string | null;
  address: string | null;
  digital_link: string | null;
  staff_id: string | null;
};

const text = (moment: Temporal.Instant | null) => moment?.toString() ?? null;

export const sessionColumns = ({
  id,
  startsAt,
  endsAt,
  form,
  place,
  address,
  digitalLink,
  staff,
}: DeskSession): SessionColumns => ({
  id,
  starts_at: startsAt.toString(),
  ends_at: endsAt.toString(),
  form,
  place,
  address,
  digital_link: digitalLink,
  staff_id: staff,
});

/** The sessions that are not cancelled. */
export const held = ({ sessions }: Pick<DeskOccasion, 'sessions'>): DeskSession[] =>
  sessions.filter(({ cancelledAt }) => cancelledAt === null);

/** An occasion as it is, as `save_occasion` takes it. */
export function columnsOf(occasion: DeskOccasion) {
  return {
    title: occasion.title,
    theme: occasion.theme,
    about: occasion.about,
    audience: [...occasion.audience],
    municipalities: [...occasion.municipalities],
    municipality: occasion.municipality,
    place: occasion.place,
    address: occasion.address,
    digital_link: occasion.digitalLink,
    digital_seats: occasion.digitalSeats,
    physical_seats: occasion.physicalSeats,
    is_slotted: occasion.isSlotted,
    takes_children: occasion.takesChildren,
    gives_certificate: occasion.givesCertificate,
    largest_party: occasion.largestParty,
    booking_opens_at: text(occasion.bookingOpensAt),
    booking_closes_at: text(occasion.bookingClosesAt),
    switch_until: text(occasion.switchUntil),
    sessions: held(occasion).map(sessionColumns),
  };
}
export type OccasionColumns = ReturnType<typeof columnsOf>;
