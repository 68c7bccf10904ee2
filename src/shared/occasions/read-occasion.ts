import type { Db } from '../db/clients.ts';
import { type Occasion, occasionSchema } from './occasion.ts';

/** One occasion as whoever asks may see it; undefined when there is none for them. Guests come with their code. */
export async function readOccasion(db: Db, number: number, guest?: string): Promise<Occasion | undefined> {
  const { data, error } = await db.rpc('occasion_page', {
    p_number: number,
    ...(guest !== undefined && { p_guest_code: guest }),
  });
  if (error) throw new Error(`occasion_page: ${error.code} ${error.message}`);
  return occasionSchema.nullable().parse(data) ?? undefined;
}

/** The number of an occasion as it stands in an address or a form; undefined for anything else. */
export function occasionNumber(text: string | undefined): number | undefined {
  return text && /^[1-9]\d{0,11}$/.test(text) ? Number(text) : undefined;
}

/** The code that guests come with, as it stands in an address. */
export function guestCode(url: URL): string | undefined {
  const code = url.searchParams.get('inbjudan') ?? '';
  return /^[0-9a-f]{32,64}$/.test(code) ? code : undefined;
}
