import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

/** The instant at which the clock in Stockholm shows this. */
export const stockholm = (clock: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(clock).toZonedDateTime('Europe/Stockholm').toInstant();

/** Any instant in the years that the site will be used in. */
export const instants = fc
  .integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2060, 0, 1) })
  .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds));
