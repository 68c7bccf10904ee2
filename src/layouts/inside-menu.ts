import { paths } from '../paths.ts';

type Visitor = NonNullable<App.Locals['person']>['visitor'];
type Link = {
  to: string;
  text: string;
  /** Pages that belong to it under another address. */
  holds?: readonly string[];
};

/** Short, so that they stand in two rows on a telephone. */
const PORTAL: readonly Link[] = [
  { to: paths.portal.home, text: 'Er väg', holds: [paths.portal.pause, paths.portal.withdraw] },
  { to: paths.portal.messages, text: 'Meddelanden' },
  { to: paths.portal.calendar(), text: 'Kalender' },
  { to: paths.portal.bookings, text: 'Bokningar', holds: [paths.portal.courses] },
  {
    to: paths.portal.details,
    text: 'Uppgifter',
    holds: [
      paths.portal.phone,
      paths.portal.email,
      paths.portal.otherAdults,
      paths.portal.askAdult,
      paths.portal.silentWay,
      paths.portal.opened,
    ],
  },
  { to: paths.portal.requests, text: 'Begäran', holds: [paths.portal.copy] },
];

const FOR_FAMILIES: readonly Link[] = [
  { to: paths.desk.day(), text: 'Dag' },
  { to: paths.desk.home, text: 'Hem' },
  { to: paths.desk.search(), text: 'Sök' },
  { to: paths.desk.activities(), text: 'Aktiviteter' },
  { to: paths.desk.requests, text: 'Begäran' },
];
/** Short, so that the head's nine stand in two rows on a telephone. */
const FOR_THE_HEAD: readonly Link[] = [
  { to: paths.desk.staff, text: 'Personal' },
  { to: paths.desk.access(), text: 'Logg' },
  { to: paths.desk.figures(), text: 'Siffror' },
];
const OWN: readonly Link[] = [{ to: paths.desk.security, text: 'Du' }];

/** The menu of the pages behind the sign-in, by what the person may open there. */
export function menuOf(visitor: Visitor | undefined, isDesk: boolean): readonly Link[] {
  if (!isDesk) return visitor?.adult ? PORTAL : [];
  if (!visitor?.staff?.verified) return [];
  const { role } = visitor.staff;
  const first = role === 'communicator' ? [{ to: paths.desk.home, text: 'Arbetsytan' }] : FOR_FAMILIES;
  return [...first, ...(role === 'head' ? FOR_THE_HEAD : []), ...OWN];
}

/** The link that the page at this address belongs to: of several, the one whose address says most of it. */
export function currentOf(links: readonly Link[], here: string): string | undefined {
  const holding = links.flatMap(({ to, holds = [] }) => [to, ...holds].map((page) => ({ to, page })));
  const above = holding.filter(({ page }) => here === page || here.startsWith(`${page}/`));
  return above.toSorted((one, other) => other.page.length - one.page.length)[0]?.to;
}
