import type { Db } from '../../shared/db/clients.ts';
import type { Json } from '../../shared/db/database.types.ts';

/** All that is held of the signed-in adult, as the database hands it out. Throws when the database cannot be reached. */
export async function myCopy(db: Db): Promise<Json> {
  const { data, error } = await db.rpc('my_copy');
  if (error) throw new Error(`my_copy: ${error.code} ${error.message}`);
  return data;
}
