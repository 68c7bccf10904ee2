import { z } from 'zod';

const count = z.number().int();

/** What is told of a tertial (1 to 3), or of the whole year. Days are those of the calendar, with parts of days. */
const partSchema = z.object({
  part: z.number().int().nullable(),
  registered: count,
  promised: count,
  inTime: count,
  called: count,
  median: z.coerce.number().nullable(),
  ninth: z.coerce.number().nullable(),
  municipalities: z.record(z.string(), count),
  sources: z.record(z.string(), count),
});
export type Part = z.output<typeof partSchema>;

/** A year as `head_figures()` tells it, before anything is hidden. `since`: the year of the first registration. */
export const figuresSchema = z.object({
  since: z.number().int().nullable(),
  months: z.array(count).length(12),
  parts: z.array(partSchema),
});
export type Figures = z.output<typeof figuresSchema>;
