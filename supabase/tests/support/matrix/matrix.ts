import { booking } from './booking.ts';
import { bookingJobs } from './booking-jobs.ts';
import { byHand } from './by-hand.ts';
import type { Row } from './columns.ts';
import { courses } from './courses.ts';
import { family } from './family.ts';
import { homes } from './homes.ts';
import { jobs } from './jobs.ts';
import { matter } from './matter.ts';
import { participants } from './participants.ts';
import { running } from './running.ts';
import { secondFactor } from './second-factor.ts';
import { signIn } from './sign-in.ts';
import { staffList } from './staff.ts';
import { visits } from './visits.ts';

/** What each person gets from each function of the API when they call it with their own token. */
export const matrix: Row[] = [
  ...signIn,
  ...secondFactor,
  ...staffList,
  ...homes,
  ...family,
  ...matter,
  ...byHand,
  ...visits,
  ...booking,
  ...running,
  ...participants,
  ...courses,
  ...jobs,
  ...bookingJobs,
];
