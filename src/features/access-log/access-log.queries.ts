import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import type { Database } from '../../shared/db/database.types.ts';
import { type BreakGlass, breakGlassSchema, type Filter, type Line, lineSchema } from './access-log.schema.ts';

type Args = Database['public']['Functions']['access_log_list']['Args'];

/** The database gives one more than this, when there is one. */
const PAGE = 50;

/** The newest lines that fit, and before which line the older ones begin. For the head alone. */
export async function accessLog(db: Db, { hem, vem, fore }: Filter): Promise<{ lines: Line[]; older: number | undefined }> {
  const args = { ...(hem && { p_number: hem }), ...(vem && { p_staff: vem }), ...(fore && { p_before: fore }) } satisfies Args;
  const { data, error } = await db.rpc('access_log_list', args);
  if (error) throw new Error(`access_log_list: ${error.code} ${error.message}`);
  const found = z.array(lineSchema).parse(data);
  const lines = found.slice(0, PAGE);
  return { lines, older: found.length > PAGE ? lines.at(-1)?.id : undefined };
}

/** Who opened a home with a reason, those that the head has not read first. */
export async function breakGlassList(db: Db): Promise<BreakGlass[]> {
  const { data, error } = await db.rpc('break_glass_list');
  if (error) throw new Error(`break_glass_list: ${error.code} ${error.message}`);
  return z.array(breakGlassSchema).parse(data);
}
