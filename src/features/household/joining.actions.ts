import { defineAction } from 'astro:actions';
import { paths } from '../../paths.ts';
import { faultsOf } from '../../shared/form/faults.ts';
import { typedIn } from '../../shared/form/typed.ts';
import { joinSchema, otherHomeSchema, partSchema } from './joining.schema.ts';
import { type StepResult, step, takeStep } from './step.actions.ts';

export const joining = {
  /** First which home it is, then both are looked at; nothing is changed until `vidare` says so. */
  join: defineAction({
    accept: 'form',
    handler: (form, context): StepResult | Promise<StepResult> => {
      const typed = typedIn(form);
      if (typed.vidare !== 'sla-ihop') {
        const read = otherHomeSchema.safeParse(typed);
        return { ok: false, typed, faults: read.success ? [] : faultsOf(read.error.issues) };
      }
      return takeStep(typed, context, {
        said: 'sammanslaget',
        schema: joinSchema,
        run: (db, number, { hem, kvar, sett, settandra }) => {
          const stays = kvar === number;
          return db.rpc('join_homes', {
            p_number: stays ? hem : number,
            p_into: stays ? number : hem,
            p_seen: stays ? settandra : sett,
            p_seen_into: stays ? sett : settandra,
          });
        },
        next: (_number, done, { kvar }) => paths.desk.household(kvar, done),
      });
    },
  }),
  part: step('delat', partSchema, (db, number, { fran, sett }) =>
    db.rpc('part_homes', { p_number: number, p_from: fran, p_seen: sett }),
  ),
};
