import { randomUUID } from 'node:crypto';
import { given } from './answers.ts';
import type { Cast, Person } from './cast.ts';
import type { Ground } from './grounds.ts';
import { type Form, type Occasion, occasionOn } from './occasions.ts';

type Run = Ground['sql'];

/** A round of a course of so many parts, for homes under assessment; unless otherwise wished it begins in ten days, a part a day. */
export function roundOn(run: Run, activity: string, wishes: Parameters<typeof occasionOn>[1] & { parts?: number } = {}) {
  const { parts = 3, ...more } = wishes;
  return occasionOn(run, {
    activity,
    title: 'Kurs på prov',
    audience: ['assessed'],
    certificate: true,
    sessions: Array.from({ length: parts }, (_, at) => 240 + 24 * at),
    ...more,
  });
}

/** Some adults of a home have seats in a round that has since been: as if they had booked before it. */
export async function wasBooked(run: Run, occasion: Occasion, members: string[]): Promise<string[]> {
  const [booking] = await run<{ id: string }>(
    `insert into public.booking (id, occasion_id, state, form, seats, member_id, booked_at)
     values (gen_random_uuid(), $1, 'booked', 'digital', $2, $3, now() - interval '60 days') returning id`,
    [occasion.id, members.length, members[0]],
  );
  return await Promise.all(
    members.map(async (member, at) => {
      const [person] = await run<{ id: string }>(
        `insert into public.booking_person (booking_id, ord, member_id, name) values ($1, $2, $3, 'Namn vid bokningen') returning id`,
        [booking?.id, at + 1, member],
      );
      return person?.id ?? '';
    }),
  );
}

/** What somebody at the door notes; null: takes it back. */
export async function note(
  run: Run,
  session: string | undefined,
  person: string | undefined,
  state: 'attended' | 'absent' | null,
) {
  await run(
    state
      ? `insert into public.attendance (session_id, person_id, state) values ($1, $2, $3::public.attendance_state)
         on conflict (session_id, person_id) do update set state = excluded.state`
      : 'delete from public.attendance where session_id = $1 and person_id = $2',
    state ? [session, person, state] : [session, person],
  );
}

/** The person's row in what they have just booked. */
export async function personOf(run: Run, booking: string, member: string): Promise<string> {
  const [row] = await run<{ id: string }>('select id from public.booking_person where booking_id = $1 and member_id = $2', [
    booking,
    member,
  ]);
  return row?.id ?? '';
}

export type Record = {
  courses: {
    activity: string;
    title: string;
    parts: { part: number; state: string; occasion?: number; form?: string }[];
    rounds: {
      occasion: number;
      isWhole: boolean;
      digital: number;
      physical: number;
      sessions: { id: string; part: number; form: string; digital: number; physical: number }[];
    }[];
    beside: { name: string; attended: number; of: number }[];
  }[];
  busy: unknown[];
  certificates: { code: string; name: string | null; year: number; withdrawnAt: string | null; title: string }[];
};

export const recordOf = (cast: Cast, person: Person) => given<Record>(cast.as(person).rpc('my_course_record'));

/** Books through the API, as the adult's own page does. */
export async function bookOwn(
  cast: Cast,
  person: 'adultA' | 'adultB',
  number: number,
  session?: string,
  form: Form = 'digital',
): Promise<string> {
  const id = randomUUID();
  const { error, data } = await cast.as(person).rpc('book_for_home', {
    p_id: id,
    p_number: number,
    p_form: form,
    p_people: JSON.stringify([{ member: cast.people[person].id }]),
    p_needs: '{}',
    p_wait: false,
    p_despite: false,
    ...(session && { p_session: session }),
  });
  if (error || !Object(data).ok) throw new Error(`not booked: ${JSON.stringify(error ?? data)}`);
  return id;
}
