import { Constants } from '../../shared/db/database.types.ts';
import { formsOf, type Occasion, type SeatForm } from '../../shared/occasions/occasion.ts';

const { municipality } = Constants.public.Enums;
type Municipality = (typeof municipality)[number];

/** How forms are written in an address. */
const FORMS: Record<string, SeatForm> = { digitalt: 'digital', 'pa-plats': 'physical' };

/** What kind each activity is, as it is written in an address, by the activity's own name. */
export type Kinds = ReadonlyMap<string, string>;

/** What is filtered by, as it stands in the address. */
export type Filter = { slag?: string | undefined; form?: string | undefined; kommun?: string | undefined };

/** What of it we know; the rest is as if it had not been asked for. */
export function filterFrom(query: URLSearchParams, kinds: Kinds): Filter {
  const known = (name: string, values: Iterable<string>) => {
    const value = query.get(name);
    return value !== null && [...values].includes(value) ? value : undefined;
  };
  return {
    slag: known('slag', kinds.values()),
    form: known('form', Object.keys(FORMS)),
    kommun: known('kommun', municipality),
  };
}

export function isIn(filter: Filter, occasion: Occasion, kinds: Kinds): boolean {
  const form = filter.form && FORMS[filter.form];
  return (
    (!filter.slag || kinds.get(occasion.activity) === filter.slag) &&
    (!form || occasion[form] !== null) &&
    (!filter.kommun || occasion.municipality === filter.kommun)
  );
}

/** What there is to choose between: nothing that would give an empty list, but always what is chosen. */
export function choicesIn(occasions: readonly Occasion[], filter: Filter, kinds: Kinds): Record<keyof Filter, string[]> {
  const present = (values: (string | null | undefined)[], chosen: string | undefined) => [
    ...new Set([...values, chosen].filter((value): value is string => !!value)),
  ];
  const forms = occasions.flatMap(formsOf);
  return {
    slag: present(
      occasions.map(({ activity }) => kinds.get(activity)),
      filter.slag,
    ),
    form: Object.keys(FORMS).filter((name) => forms.includes(FORMS[name] as SeatForm) || filter.form === name),
    kommun: municipality.filter((id: Municipality) => filter.kommun === id || occasions.some((of) => of.municipality === id)),
  };
}
