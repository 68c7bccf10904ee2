import { accessLog } from '../features/access-log/access-log.actions.ts';
import { booking } from '../features/booking/booking.actions.ts';
import { myBooking } from '../features/booking/my-booking.actions.ts';
import { byHand } from '../features/by-hand/by-hand.actions.ts';
import { certificate } from '../features/course-record/certificate.actions.ts';
import { myCourse } from '../features/course-record/my-course.actions.ts';
import { deskRequest } from '../features/data-request/desk-request.actions.ts';
import { myRequest } from '../features/data-request/my-request.actions.ts';
import { addition } from '../features/household/addition.actions.ts';
import { household } from '../features/household/household.actions.ts';
import { joining } from '../features/household/joining.actions.ts';
import { matter } from '../features/household/matter.actions.ts';
import { byPhone } from '../features/interest/by-phone.actions.ts';
import { interest } from '../features/interest/interest.actions.ts';
import { myHome } from '../features/my-home/my-home.actions.ts';
import { myMatter } from '../features/my-matter/my-matter.actions.ts';
import { participants } from '../features/participants/participants.actions.ts';
import { occasions } from '../features/run-occasions/run-occasions.actions.ts';
import { secondFactor } from '../features/second-factor/second-factor.actions.ts';
import { signIn } from '../features/sign-in/sign-in.actions.ts';
import { staff } from '../features/staff/staff.actions.ts';
import { visit } from '../features/visit/visit.actions.ts';

export const server = {
  accessLog,
  addition,
  booking,
  byHand,
  byPhone,
  certificate,
  deskRequest,
  household,
  interest,
  joining,
  matter,
  myBooking,
  myCourse,
  myHome,
  myMatter,
  myRequest,
  occasions,
  participants,
  secondFactor,
  signIn,
  staff,
  visit,
};
