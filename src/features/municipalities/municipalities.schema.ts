import { z } from 'zod';
import { pageFields } from '../../shared/content/frontmatter.ts';

/** The file's name is the municipality's id in content/facts.yml. */
export const municipalitySchema = z.strictObject({ ...pageFields, namn: z.string().min(2) });
