import { byHand } from './by-hand.ts';
import type { Row } from './columns.ts';
import { family } from './family.ts';
import { homes } from './homes.ts';
import { jobs } from './jobs.ts';
import { matter } from './matter.ts';
import { secondFactor } from './second-factor.ts';
import { signIn } from './sign-in.ts';
import { staffList } from './staff.ts';

/** What each person gets from each function of the API when they call it with their own token. */
export const matrix: Row[] = [...signIn, ...secondFactor, ...staffList, ...homes, ...family, ...matter, ...byHand, ...jobs];
