import { JOB, type Row } from './columns.ts';

export const bookingJobs: Row[] = [
  ['remind_of_bookings', '', () => ({}), JOB],
  ['give_back_seats', '', () => ({}), JOB],
  ['forget_booking_needs', '', () => ({}), JOB],
];
