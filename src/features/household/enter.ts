import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import type { Db } from '../../shared/db/clients.ts';
import { homeNumber } from '../../shared/form/home-number.ts';
import { type Home, openHome } from './home.ts';
import type { Done } from './household.text.ts';
import { may, type Step } from './may.ts';

type Entered = { ok: true; home: Home; db: Db; isHead: boolean; self: string | undefined };
/** `to`: the page that says why not; without it there is no such home for this person. */
type TurnedAway = { ok: false; to?: string };

/**
 * Opens the home for a page on which one of the steps is taken. Who may take none of them is sent to the home's own page.
 * `tried`: a form has just been refused there, so the page is shown whatever the home has become meanwhile.
 */
export async function enter(
  locals: App.Locals,
  number: string | undefined,
  steps: readonly Step[],
  tried: boolean,
): Promise<Entered | TurnedAway> {
  const { db, visitor } = signedIn(locals);
  const home = await openHome(db, homeNumber(number));
  if (!home.ok) return home.reason === 'missing' ? { ok: false } : { ok: false, to: paths.desk.household(home.number) };
  const isHead = visitor.staff?.role === 'head';
  if (!tried && !steps.some((step) => may(step, home, isHead)))
    return { ok: false, to: paths.desk.household(home.number, whyNot(home)) };
  return { ok: true, home, db, isHead, self: visitor.staff?.id };
}

/** Why none of the page's steps can be taken; undefined where the home's page shows it by itself. */
function whyNot(home: Home): Done | undefined {
  if (home.ground === 'break_glass') return 'laser';
  if (home.erasedAt) return undefined;
  if (home.phase === 'closed') return 'avslutad';
  return home.protected ? 'skyddat' : 'borjad';
}
