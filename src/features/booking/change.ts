import { field } from '../../shared/form/read.ts';
import { type Lists, listsIn } from '../../shared/form/typed.ts';
import type { BookingAnswer, BookingView, Seated } from '../../shared/occasions/booking.ts';
import type { SeatForm } from '../../shared/occasions/occasion.ts';
import { howSchema, needsSchema, ourHowSchema } from './booking.schema.ts';
import type { doneTexts } from './booking.text.ts';
import { read } from './journey.ts';
import { needsAsText } from './needs.ts';
import type { Adult } from './own-booking.ts';
import { homeParty, partyOf } from './people.ts';
import { type Refused, refusedFor } from './refused.ts';
import { HOW_FIELDS, NEED_FIELDS, typedOf } from './typed.ts';
import type { Change } from './visitor-booking.ts';

/** Whose the booking is: a visitor's, known by name, or a home's, of which these adults can be named. */
export type Holder = { name: string } | { adults: readonly Adult[] };

type Done = keyof typeof doneTexts;
type Did = { answer: BookingAnswer; view: BookingView | undefined };

/** The slot that a booking has. */
export const ownSlot = ({ isSlot, state, sessions }: BookingView) => (isSlot && state === 'booked' ? sessions[0]?.id : undefined);

/** Changes a booking as its form says. What the booking's page then says, or what its form has to be told. */
export async function changeOf(
  form: FormData,
  view: BookingView,
  holder: Holder,
  change: (change: Change) => Promise<Did>,
): Promise<Done | Refused> {
  const typed = typedOf(listsIn(form), [...HOW_FIELDS, 'ko']);
  const how = readChange(view, holder, typed);
  if (!how.ok) return { ok: false, typed, faults: how.faults };
  const { form: seatForm, session, people } = how.data;
  const { answer, view: now } = await change({ form: seatForm, session, people, wait: field(form, 'ko') === 'ja' });
  if (!answer.ok) return answer.reason === 'ended' ? 'osparat' : refusedFor(answer, typed, view.about);
  if (now?.state === 'waiting') return 'andratko';
  return now?.line?.state === 'waiting' ? 'ko' : 'andrat';
}

function readChange(view: BookingView, holder: Holder, typed: Lists) {
  const slot = ownSlot(view);
  if ('name' in holder) {
    const how = read(howSchema(view.about, slot), typed, HOW_FIELDS);
    return how.ok ? asChange(how.data, partyOf(holder.name, how.data.vuxna, how.data.aldrar)) : how;
  }
  const how = read(ourHowSchema(view.about, holder.adults, slot), typed, HOW_FIELDS);
  return how.ok ? asChange(how.data, homeParty(how.data.vuxna, how.data.aldrar)) : how;
}

function asChange({ form, tid }: { form: SeatForm; tid: string }, people: Seated[]) {
  return { ok: true as const, data: { form, session: tid || undefined, people } };
}

/** What is needed to take part, as the database reads it; or what its form has to be told. */
export function needsOf(form: FormData, view: BookingView): string | Refused {
  const typed = typedOf(listsIn(form), NEED_FIELDS);
  const needs = read(needsSchema, typed, NEED_FIELDS);
  return needs.ok ? needsAsText(needs.data, view.form) : { ok: false, typed, faults: needs.faults };
}
