import { slugOf } from '../../shared/content/slug.ts';
import { INFORMATION } from '../../shared/occasions/next-information.ts';
import type { Audience } from '../../shared/occasions/occasion.ts';
import type { ActivityData } from './activities.schema.ts';

type Entry = { id: string; data: Pick<ActivityData, 'titel' | 'slag' | 'bokas' | 'ordning'> };

/** What can be held, and what a new occasion of it is like until its coordinator says otherwise. */
export type Bookable = {
  activity: string;
  title: string;
  audience: Audience[];
  largestParty: number;
  takesChildren: boolean;
  givesCertificate: boolean;
};

const AUDIENCES: Record<NonNullable<ActivityData['bokas']>['publik'][number], Audience> = {
  alla: 'everyone',
  blivande: 'assessed',
  familjehem: 'foster_homes',
  jourhem: 'emergency_homes',
  familjehemssekreterare: 'secretaries',
  inbjudna: 'guests',
};

/** Its page is no activity's but one of its own. */
const OPEN_TO_ALL: Bookable = {
  activity: INFORMATION,
  title: 'Så funkar det',
  audience: ['everyone'],
  largestParty: 6,
  takesChildren: false,
  givesCertificate: false,
};

/** Så funkar det first, then what is written about, in its order. */
export function bookables(activities: readonly Entry[]): Bookable[] {
  const written = activities.toSorted((one, other) => one.data.ordning - other.data.ordning);
  return [OPEN_TO_ALL, ...written.flatMap(({ id, data: { titel, bokas } }) => (bokas ? [bookable(id, titel, bokas)] : []))];
}

function bookable(activity: string, title: string, defaults: NonNullable<ActivityData['bokas']>): Bookable {
  return {
    activity,
    title,
    audience: defaults.publik.map((who) => AUDIENCES[who]),
    largestParty: defaults.sallskap,
    takesChildren: defaults.barn === 'ja',
    givesCertificate: defaults.intyg === 'ja',
  };
}

/** What kind each is, as it stands in an address: "kurs", "traff". Så funkar det is a kind of its own. */
export function kindsOf(activities: readonly Entry[]): Map<string, string> {
  return new Map([[INFORMATION, INFORMATION], ...activities.map(({ id, data }) => [id, slugOf(data.slag)] as const)]);
}
