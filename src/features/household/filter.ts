import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';

const { Enums } = Constants.public;

/** What is no answer, or not ours, filters nothing: an address can be typed by hand. */
const schema = z.object({
  lage: z.enum(Enums.household_phase).optional().catch(undefined),
  kommun: z.enum(Enums.municipality).optional().catch(undefined),
  samordnare: z.uuid().optional().catch(undefined),
  sedan: z.iso.date().optional().catch(undefined),
  fore: z.coerce.number().int().positive().max(999_999_999_999).optional().catch(undefined),
});

/** By administrative state alone; `before`: only homes with a lower number than this. */
export type Filter = {
  phase?: z.output<typeof schema>['lage'];
  municipality?: z.output<typeof schema>['kommun'];
  coordinator?: string | undefined;
  since?: string | undefined;
  before?: number | undefined;
};

/** The filter as the list's address has it. */
export function filterFrom(query: URLSearchParams): Filter {
  const { lage, kommun, samordnare, sedan, fore } = schema.parse(Object.fromEntries(query));
  return { phase: lage, municipality: kommun, coordinator: samordnare, since: sedan, before: fore };
}

/** The other way: what the address of that list is made of. */
export function queryOf({ phase, municipality, coordinator, since, before }: Filter): Record<string, string | undefined> {
  return { lage: phase, kommun: municipality, samordnare: coordinator, sedan: since, fore: before?.toString() };
}

export function isFiltered({ phase, municipality, coordinator, since }: Filter): boolean {
  return [phase, municipality, coordinator, since].some((one) => one !== undefined);
}
