import type { z } from 'zod';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import type { Lists } from '../../shared/form/typed.ts';
import type { Occasion } from '../../shared/occasions/occasion.ts';
import { howSchema, whoSchema } from './booking.schema.ts';
import { HOW_FIELDS, WHO_FIELDS } from './typed.ts';

type Read<T> = { ok: true; data: T } | { ok: false; faults: Fault[] };

/** What was typed, read; or what has to be mended, at most one thing a field, in the order of the page. */
export function read<S extends z.ZodType>(schema: S, typed: Lists, order: readonly string[]): Read<z.output<S>> {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { ok: true, data: parsed.data };
  const faults = faultsOf(parsed.error.issues).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return { ok: false, faults };
}

/** The first page: how, when and how many. */
export const readHow = (occasion: Occasion, typed: Lists) => read(howSchema(occasion), typed, HOW_FIELDS);

/** The second page: who, and what they need. */
export const readWho = (typed: Lists) => read(whoSchema, typed, WHO_FIELDS);
