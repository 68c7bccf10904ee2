import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { occasionSchema } from '../../shared/occasions/occasion.ts';
import { homeSchema, listSchema, needsSchema, turnoutSchema } from './participants.schema.ts';

type Answer = { data: unknown; error: { code: string; message: string } | null };

function read<T>(schema: z.ZodType<T>, { data, error }: Answer, name: string): T {
  if (error) throw new Error(`${name}: ${error.code} ${error.message}`);
  return schema.parse(data);
}

/** Who comes. Each home on the list gets a line in the log by the same call. Undefined: no such occasion. */
export async function participants(db: Db, number: number) {
  return read(listSchema.nullable(), await db.rpc('participants', { p_number: number }), 'participants') ?? undefined;
}

export async function occasionNeeds(db: Db, number: number) {
  return read(needsSchema.nullable(), await db.rpc('occasion_needs', { p_number: number }), 'occasion_needs') ?? undefined;
}

/** What else lies ahead, the same activity first. */
export async function occasionsAhead(db: Db, number: number) {
  return read(z.array(occasionSchema), await db.rpc('occasions_ahead', { p_number: number }), 'occasions_ahead');
}

/** A home whose adults somebody wants to add; undefined when there is none for whoever asks. */
export async function homeToBook(db: Db, number: number, home: number) {
  const found = read(homeSchema, await db.rpc('home_to_book', { p_number: number, p_home: home }), 'home_to_book');
  return found.ok ? found : undefined;
}

export async function turnout(db: Db, year: number) {
  return read(turnoutSchema, await db.rpc('turnout', { p_year: year }), 'turnout');
}
