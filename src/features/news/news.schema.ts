import { z } from 'zod';
import { day } from '../../shared/content/day.ts';
import { pageFields } from '../../shared/content/frontmatter.ts';

export const newsSchema = z.strictObject({ ...pageFields, datum: day });
export type NewsData = z.infer<typeof newsSchema>;
