import { z } from 'zod';
import { timestamp } from '../../shared/time/timestamp.ts';
import { whatTexts } from './my-day.text.ts';

const kinds = Object.keys(whatTexts) as (keyof typeof whatTexts)[];

/** One thing that waits in a home, as `my_day()` tells it. `due`: until or since when, by what it is. */
export const waitingSchema = z.object({
  number: z.number(),
  what: z.enum(kinds),
  due: timestamp.nullable(),
  late: z.boolean(),
  mayOpen: z.boolean(),
});
export type Waiting = z.output<typeof waitingSchema>;

/** One coordinator's load, as `days_of_all()` tells it to the head. */
export const loadSchema = z.object({ id: z.uuid(), name: z.string(), homes: z.number(), waiting: z.number(), late: z.number() });
export type Load = z.output<typeof loadSchema>;
