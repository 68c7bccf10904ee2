import { z } from 'zod';
import { parseTimestamp } from './stockholm.ts';

/** A point in time in what the database answers. */
export const timestamp = z.string().transform(parseTimestamp);
