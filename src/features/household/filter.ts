import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';

const { Enums } = Constants.public;

/** What is no answer, or not ours, filters nothing: an address can be typed by hand. */
const schema = z.object({
  lage: z.enum(Enums.household_phase).optional().catch(undefined),
  slag: z.enum(Enums.considering).optional().catch(undefined),
  kommun: z.enum(Enums.municipality).optional().catch(undefined),
  samordnare: z.uuid().optional().catch(undefined),
  sedan: z.iso.date().optional().catch(undefined),
  samtal: z.iso.datetime({ offset: true }).optional().catch(undefined),
  fore: z.coerce.number().int().positive().max(999_999_999_999).optional().catch(undefined),
});

/** The last home of the page before: by when it waits for a call, if it does, and its number. */
export type Place = { number: number; call: string | undefined };

/** By administrative state alone; `after`: only homes that come after this one. */
export type Filter = {
  phase?: z.output<typeof schema>['lage'];
  kind?: z.output<typeof schema>['slag'];
  municipality?: z.output<typeof schema>['kommun'];
  coordinator?: string | undefined;
  since?: string | undefined;
  after?: Place | undefined;
};

/** The filter as the list's address has it. */
export function filterFrom(query: URLSearchParams): Filter {
  const { lage, slag, kommun, samordnare, sedan, samtal, fore } = schema.parse(Object.fromEntries(query));
  return {
    phase: lage,
    kind: slag,
    municipality: kommun,
    coordinator: samordnare,
    since: sedan,
    after: fore ? { number: fore, call: samtal } : undefined,
  };
}

/** The other way: what the address of that list is made of. */
export function queryOf({ phase, kind, municipality, coordinator, since, after }: Filter): Record<string, string | undefined> {
  return {
    lage: phase,
    slag: kind,
    kommun: municipality,
    samordnare: coordinator,
    sedan: since,
    samtal: after?.call,
    fore: after?.number.toString(),
  };
}

export function isFiltered({ phase, kind, municipality, coordinator, since }: Filter): boolean {
  return [phase, kind, municipality, coordinator, since].some((one) => one !== undefined);
}
