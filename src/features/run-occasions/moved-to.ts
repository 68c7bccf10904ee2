import type { Temporal } from 'temporal-polyfill';
import { firsts, type Lists } from '../../shared/form/typed.ts';
import { moveSchema, placeSchema } from './asked.schema.ts';
import type { DeskSession } from './run-occasions.schema.ts';

type To = { span?: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }; place: string };

/** Where and when a session is moved to, as it was typed; undefined when it cannot be read. */
export function movedTo(typed: Lists, session: DeskSession | undefined): To | undefined {
  const first = firsts(typed);
  const read = session ? moveSchema.safeParse(first) : placeSchema.safeParse(first);
  if (!read.success) return undefined;
  const { data } = read;
  const place = [data.plats, data.adress].filter(Boolean).join(', ');
  return data.times ? { place, span: data.times } : { place };
}
