import { z } from 'zod';
import { paths } from '../../paths.ts';
import type { Db } from '../../shared/db/clients.ts';
import { Constants } from '../../shared/db/database.types.ts';
import { field } from '../../shared/form/read.ts';
import { type Attendance, attendanceSchema, type Press } from './participants.schema.ts';

/** What a button at the door stands for: whom (a party is several), and what is noted; `angra` takes it back. */
const buttonSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})* (attended|absent|angra)$/)
  .transform((text) => {
    const [ids = '', said] = text.split(' ');
    const state = z.enum(Constants.public.Enums.attendance_state).nullable().catch(null).parse(said);
    return ids.split(',').map((person): Press => ({ person, state }));
  });

export const buttonFor = (people: readonly { id: string }[], state: 'attended' | 'absent' | 'angra') =>
  `${people.map(({ id }) => id).join(',')} ${state}`;

/** Notes what was pressed, each with its time; with nothing it tells how it stands. */
export async function markAttendance(db: Db, session: string, presses: readonly Press[]): Promise<Attendance> {
  const { data, error } = await db.rpc('mark_attendance', { p_session: session, p_marks: JSON.stringify(presses) });
  if (error) throw new Error(`mark_attendance: ${error.code} ${error.message}`);
  return attendanceSchema.parse(data);
}

async function markRest(db: Db, session: string): Promise<Attendance> {
  const { data, error } = await db.rpc('mark_rest_absent', { p_session: session });
  if (error) throw new Error(`mark_rest_absent: ${error.code} ${error.message}`);
  return attendanceSchema.parse(data);
}

const SAID = { missing: 'saknas', too_early: 'tidigt' } as const;

/** Does what the pressed button says, and tells where to go on: to the same list, at the same row. */
export async function markAll(db: Db, number: number, form: FormData): Promise<string> {
  const asked = { traff: field(form, 'del') || undefined, form: field(form, 'form') || undefined };
  const session = z.uuid().safeParse(field(form, 'traff'));
  const pressed = buttonSchema.safeParse(field(form, 'tryck'));
  const rest = field(form, 'ovriga') === 'ja';
  if (!session.success || (!pressed.success && !rest)) return paths.desk.occasionStep(number, 'narvaro', asked);
  const answer = pressed.success ? await markAttendance(db, session.data, pressed.data) : await markRest(db, session.data);
  if (!answer.ok) return paths.desk.occasionStep(number, 'narvaro', { ...asked, klart: SAID[answer.reason] });
  const [first] = pressed.data ?? [];
  return first
    ? `${paths.desk.occasionStep(number, 'narvaro', asked)}#p-${first.person}`
    : paths.desk.occasionStep(number, 'narvaro', { ...asked, klart: 'ovriga' });
}
