import { ownPath, paths } from '../../paths.ts';
import type { Visitor } from './visitor.ts';

/** What stands behind the sign-in. `door`: for whoever has a session, verified or not. */
type Area = 'portal' | 'desk' | 'door';

const AREAS: readonly [string, Area][] = [
  [paths.portal.home, 'portal'],
  [paths.desk.home, 'desk'],
  [paths.secondFactor(), 'door'],
];

export function areaOf(pathname: string): Area | undefined {
  return AREAS.find(([root]) => isAtOrBelow(pathname, root))?.[1];
}

function isAtOrBelow(pathname: string, root: string): boolean {
  return pathname === root || pathname.startsWith(`${root}/`);
}

/** Pages of the work desk that a communicator may open; the others are for who meets families. */
const FOR_EVERY_ROLE: readonly string[] = [paths.desk.home, paths.desk.security];
const FOR_THE_HEAD: readonly string[] = [paths.desk.staff, paths.desk.access(), paths.desk.figures(), paths.desk.figuresFile()];

export type Admission = { to: 'come in' } | { to: 'redirect'; address: string } | { to: 'turn away' };

/** Whether the person may come in there; the database decides anew in every call, this only shows the right page. */
export function admission(pathname: string, here: string, visitor: Visitor | undefined): Admission {
  const area = areaOf(pathname);
  if (!area) return { to: 'come in' };
  if (!visitor) return { to: 'redirect', address: paths.signIn(ownPath(here)) };
  if (area === 'door') return visitor.staff ? { to: 'come in' } : { to: 'redirect', address: homeOf(visitor) };
  if (area === 'portal') return toPortal(pathname, visitor);
  return toDesk(pathname, here, visitor.staff);
}

/** Who is asked to come into a home answers that first, and meets nothing of it until then. */
function toPortal(pathname: string, { adult, invited }: Visitor): Admission {
  if (adult) return pathname === paths.portal.invitation ? { to: 'redirect', address: paths.portal.home } : { to: 'come in' };
  if (!invited) return { to: 'redirect', address: paths.desk.home };
  return pathname === paths.portal.invitation ? { to: 'come in' } : { to: 'redirect', address: paths.portal.invitation };
}

function toDesk(pathname: string, here: string, staff: Visitor['staff']): Admission {
  if (!staff) return { to: 'turn away' };
  if (!staff.verified) return { to: 'redirect', address: paths.secondFactor(ownPath(here)) };
  const may = FOR_THE_HEAD.some((root) => isAtOrBelow(pathname, root))
    ? staff.role === 'head'
    : staff.role !== 'communicator' || FOR_EVERY_ROLE.includes(pathname);
  return { to: may ? 'come in' : 'turn away' };
}

/** The page that each form belongs to. An action runs on whatever page it is sent to, so the page asked for says nothing of it. */
const PAGE_OF_FORMS: readonly [string, string][] = [
  ['secondFactor.newCodes', paths.desk.security],
  ['secondFactor.remove', paths.desk.security],
  ['secondFactor', paths.secondFactor()],
  ['myHome', paths.portal.home],
  ['myRequest', paths.portal.home],
  ['myMatter.answer', paths.portal.invitation],
  ['myMatter', paths.portal.home],
  ['myCourse', paths.portal.courses],
  ['myBooking', paths.portal.home],
  ['byHand', paths.desk.new],
  ['byPhone', paths.desk.new],
  ['household', paths.desk.search()],
  ['addition', paths.desk.search()],
  ['joining', paths.desk.search()],
  ['deskRequest', paths.desk.requests],
  ['matter', paths.desk.search()],
  ['occasions', paths.desk.activities()],
  ['participants', paths.desk.activities()],
  ['staff', paths.desk.staff],
  ['accessLog', paths.desk.access()],
];

/** Whether the person may send the form at all; what is no form of ours is not refused here. */
export function maySend(action: string, visitor: Visitor): boolean {
  const page = PAGE_OF_FORMS.find(([name]) => action === name || action.startsWith(`${name}.`))?.[1];
  return page === undefined || admission(page, page, visitor).to === 'come in';
}

/** Where a person lands who was not going anywhere in particular. */
export function homeOf({ staff }: Visitor): string {
  return staff ? paths.desk.home : paths.portal.home;
}
