import { paths } from '../paths.ts';

type Visitor = NonNullable<App.Locals['person']>['visitor'];
type Link = {
  to: string;
  text: string;
  /** Pages that belong to it under another address. */
  holds?: readonly string[];
};

const PORTAL: readonly Link[] = [
  { to: paths.portal.home, text: 'Er väg' },
  { to: paths.portal.details, text: 'Dina uppgifter' },
  { to: paths.portal.opened, text: 'Vem har öppnat' },
  { to: paths.portal.requests, text: 'Kopia och radering', holds: [paths.portal.copy] },
];

const FOR_FAMILIES: readonly Link[] = [
  { to: paths.desk.home, text: 'Hem' },
  { to: paths.desk.search(), text: 'Sök' },
  { to: paths.desk.requests, text: 'Begäran' },
];
const FOR_THE_HEAD: readonly Link[] = [
  { to: paths.desk.staff, text: 'Medarbetare' },
  { to: paths.desk.access(), text: 'Åtkomst' },
];
const OWN: readonly Link[] = [{ to: paths.desk.security, text: 'Din inloggning' }];

/** The menu of the pages behind the sign-in, by what the person may open there. */
export function menuOf(visitor: Visitor | undefined, isDesk: boolean): readonly Link[] {
  if (!isDesk) return visitor?.adult ? PORTAL : [];
  if (!visitor?.staff?.verified) return [];
  const { role } = visitor.staff;
  const first = role === 'communicator' ? [{ to: paths.desk.home, text: 'Arbetsytan' }] : FOR_FAMILIES;
  return [...first, ...(role === 'head' ? FOR_THE_HEAD : []), ...OWN];
}
