import { ACCESS_NEEDS } from '../../shared/occasions/booking.ts';
import type { Need } from './participants.schema.ts';
import { ageInWords } from './people.ts';

/** `onPaper`: what stands instead of the names on paper, for a home with protected identity. */
export type NeedRow = { who: string; onPaper: string | undefined; about: string; said: string[] };

/** Who it is for: names where there are any, or the home; with how many, and how old the children are. */
function whoOf({ names, name, home, number }: Need): string {
  return names.join(', ') || name || (home === undefined ? `Bokning ${number}` : `Hem ${home}`);
}

function aboutOf({ seats, ages, state, organisation }: Need): string {
  const party = seats > 1 ? `${seats} platser` : '';
  const children = ages.map((age) => ageInWords(age).toLowerCase()).join(', ');
  return [organisation, party, children, state === 'waiting' ? 'väntar i kön' : ''].filter(Boolean).join(', ');
}

/** A row for each booking that says something of it. */
export function saidOf(needs: readonly Need[], read: (need: Need) => string[]): NeedRow[] {
  return needs
    .map((need) => ({
      who: whoOf(need),
      onPaper: need.protected ? `Hem ${need.home}` : undefined,
      about: aboutOf(need),
      said: read(need),
    }))
    .filter(({ said }) => said.length > 0);
}

/** How many bookings need each thing. */
export function countsOf(needs: readonly Need[]): { need: (typeof ACCESS_NEEDS)[number]; count: number }[] {
  return ACCESS_NEEDS.map((need) => ({ need, count: needs.filter(({ access }) => access.includes(need)).length })).filter(
    ({ count }) => count > 0,
  );
}
