import { defineAction } from 'astro:actions';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { field } from '../../shared/form/read.ts';
import { typedFields } from '../../shared/form/typed.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { changeRole } from './change-role.ts';
import { listStaff } from './list-staff.ts';
import { forStaff, type Outcome } from './outcome.ts';
import { removeStaff } from './remove-staff.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { listedStaff } from './staff.queries.ts';
import { newStaffSchema, roleSchema } from './staff.schema.ts';
import { faultTexts, reasonTexts } from './staff.text.ts';

type Result<More = object> = { ok: true; next: string } | ({ ok: false; faults: Fault[] } & More);

export const staff = {
  add: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result<{ typed: Record<'namn' | 'epost' | 'roll', string> }>> => {
      const typed = typedFields(form, 'namn', 'epost', 'roll');
      const parsed = newStaffSchema.safeParse(typed);
      if (!parsed.success) return { ok: false, typed, faults: faultsOf(parsed.error.issues) };
      const outcome = await listStaff(signedIn(locals).db, parsed.data);
      const result = answer(outcome, 'epost', paths.desk.staffAfter('tillagd', outcome.ok ? outcome.id : undefined));
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
      if ((await listedStaff(db, id))?.role === role.data) return { ok: true, next: paths.desk.staffAfter('oforandrad') };
      // Who has just stepped down as head can no longer open the list.
      const stepsDown = id === visitor.staff?.id && role.data !== 'head';
      const next = stepsDown ? paths.desk.home : paths.desk.staffAfter('andrad', id);
      return answer(await forStaff(id, (staff) => changeRole(db, staff, role.data)), 'roll', next);
    },
  }),

  remove: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const { db } = signedIn(locals);
      const id = field(form, 'medarbetare');
      const outcome = await forStaff(id, (staff) => removeStaff(db, staff));
      return answer(outcome, 'svar', paths.desk.staffAfter('borttagen', id));
    },
  }),

  resetSecondFactor: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const { db } = signedIn(locals);
      const id = field(form, 'medarbetare');
      const outcome = await forStaff(id, (staff) => resetSecondFactor(db, staff));
      return answer(outcome, 'svar', paths.desk.staffAfter('aterstalld', id));
    },
  }),
};

/** Where to go, or what stood in the way, beside the field `name`. Mails that were written go out at once. */
function answer(outcome: Outcome, name: string, next: string): Result {
  if (!outcome.ok) return { ok: false, faults: [{ name, text: reasonTexts[outcome.reason] }] };
  after(kickOutbox());
  return { ok: true, next };
}
