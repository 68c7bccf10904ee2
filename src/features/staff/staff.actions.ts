import { defineAction } from 'astro:actions';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { field } from '../../shared/form/read.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/outbox/kick.ts';
import { changeRole } from './change-role.ts';
import { listStaff } from './list-staff.ts';
import { forStaff, type Outcome } from './outcome.ts';
import { removeStaff } from './remove-staff.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { newStaffSchema, roleSchema } from './staff.schema.ts';
import { faultTexts, reasonTexts } from './staff.text.ts';

type Fault = { name: string; text: string };
type Typed = { namn: string; epost: string; roll: string };
type Result<More = object> = { ok: true; next: string } | ({ ok: false; faults: Fault[] } & More);

/** Longer than any name or address; what is typed is shown again as it is. */
const LONGEST = 500;

export const staff = {
  add: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result<{ typed: Typed }>> => {
      const read = (name: string) => field(form, name).toWellFormed().slice(0, LONGEST);
      const typed = { namn: read('namn'), epost: read('epost'), roll: read('roll') };
      const parsed = newStaffSchema.safeParse(typed);
      if (!parsed.success) {
        const faults = parsed.error.issues.map(({ path, message }) => ({ name: String(path[0]), text: message }));
        return { ok: false, typed, faults };
      }
      const result = answer(await listStaff(signedIn(locals).db, parsed.data), 'epost', paths.desk.staffAfter('tillagd'));
      return result.ok ? result : { ...result, typed };
    },
  }),

  changeRole: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const { db, visitor } = signedIn(locals);
      const role = roleSchema.safeParse(field(form, 'roll'));
      if (!role.success) return { ok: false, faults: [{ name: 'roll', text: faultTexts.role }] };
      const id = field(form, 'medarbetare');
      // Who has just stepped down as head can no longer open the list.
      const stepsDown = id === visitor.staff?.id && role.data !== 'head';
      const next = stepsDown ? paths.desk.home : paths.desk.staffAfter('andrad');
      return answer(await forStaff(id, (staff) => changeRole(db, staff, role.data)), 'roll', next);
    },
  }),

  remove: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const { db } = signedIn(locals);
      const outcome = await forStaff(field(form, 'medarbetare'), (staff) => removeStaff(db, staff));
      return answer(outcome, 'svar', paths.desk.staffAfter('borttagen'));
    },
  }),

  resetSecondFactor: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const { db } = signedIn(locals);
      const outcome = await forStaff(field(form, 'medarbetare'), (staff) => resetSecondFactor(db, staff));
      return answer(outcome, 'svar', paths.desk.staffAfter('aterstalld'));
    },
  }),
};

/** Where to go, or what stood in the way, beside the field `name`. Mails that were written go out at once. */
function answer(outcome: Outcome, name: string, next: string): Result {
  if (!outcome.ok) return { ok: false, faults: [{ name, text: reasonTexts[outcome.reason] }] };
  after(kickOutbox());
  return { ok: true, next };
}
