import { type ActionAPIContext, defineAction } from 'astro:actions';
import type { z } from 'zod';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import type { Db } from '../../shared/db/clients.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { homeNumber } from '../../shared/form/home-number.ts';
import { type Typed, typedIn } from '../../shared/form/typed.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { type Call, type Changed, change, type Meanwhile, type Reason } from './change.ts';
import type { Done } from './household.text.ts';
import type { MatterDone } from './matter.text.ts';

export type StepFailed = { ok: false; reason?: Reason; meanwhile?: Meanwhile | undefined; typed: Typed; faults: Fault[] };
export type StepResult = { ok: true; next: string } | StepFailed;

type Taken = Extract<Changed, { ok: true }>;
type Said<Input> = Done | MatterDone | ((input: Input, taken: Taken) => Done | MatterDone);
/** Where to go when it is taken, if not to the home's page. */
type Next<Input> = (number: number, done: string, input: Input) => string;

/** One step in the home whose page the form stands on, and where to go when it is taken. */
export function step<Input>(
  said: Said<Input>,
  schema: z.ZodType<Input>,
  run: (db: Db, number: number, input: Input) => Call,
  next?: Next<Input>,
) {
  return defineAction({
    accept: 'form',
    handler: (form, context): Promise<StepResult> => takeStep(typedIn(form), context, { said, schema, run, next }),
  });
}

type Way<Input> = {
  said: Said<Input>;
  schema: z.ZodType<Input>;
  run: (db: Db, number: number, input: Input) => Call;
  next?: Next<Input> | undefined;
};

/** As `step`, of what a form sent that has been looked at before. */
export async function takeStep<Input>(
  typed: Typed,
  context: ActionAPIContext,
  { said, schema, run, next }: Way<Input>,
): Promise<StepResult> {
  const read = schema.safeParse(typed);
  if (!read.success) return { ok: false, typed, faults: faultsOf(read.error.issues) };
  const number = homeNumber(/^\/arbetsyta\/hem\/(\d+)/.exec(context.url.pathname)?.[1]);
  if (number === undefined) return { ok: true, next: closed };
  const changed = await change(run(signedIn(context.locals).db, number, read.data));
  if (changed.ok) {
    after(kickOutbox());
    const done = typeof said === 'function' ? said(read.data, changed) : said;
    const home = () => next?.(number, done, read.data) ?? paths.desk.household(number, done, aboutWhom(changed, typed));
    return { ok: true, next: leavesHome(done, typed, context) ?? home() };
  }
  if (changed.reason === 'closed' || changed.reason === 'missing') return { ok: true, next: closed };
  return { ...changed, typed, faults: [] };
}

/** The list says that the home is no longer open: the home's own page could not. */
const closed = paths.desk.list({ klart: 'stangt' satisfies Done });

/** Who it is that may no longer open the home afterwards, by the field that names them. */
const LEAVES: Partial<Record<Done | MatterDone, string>> = {
  jav: 'medarbetare',
  'samordnare-bort': 'medarbetare',
  lamnat: 'fran',
};

/** Whoever closes a home for themselves has no page of it to come back to, but the list. */
function leavesHome(done: Done | MatterDone, typed: Typed, context: ActionAPIContext): string | undefined {
  const self = signedIn(context.locals).visitor.staff?.id;
  const field = LEAVES[done];
  return field && typed[field] === self ? paths.desk.list({ klart: done }) : undefined;
}

/** The id of the colleague or the adult that a step was about, for the home's page to name. */
const aboutWhom = ({ id }: Taken, typed: Typed) => id ?? typed.vuxen ?? typed.medarbetare ?? typed.till;
