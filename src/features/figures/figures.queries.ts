import type { Db } from '../../shared/db/clients.ts';
import { type Figures, figuresSchema } from './figures.schema.ts';

/** A year's figures. For the head alone. */
export async function headFigures(db: Db, year: number): Promise<Figures> {
  const { data, error } = await db.rpc('head_figures', { p_year: year });
  if (error) throw new Error(`head_figures: ${error.code} ${error.message}`);
  return figuresSchema.parse(data);
}
