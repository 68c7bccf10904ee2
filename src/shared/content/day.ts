import { z } from 'zod';

/** A day as the texts write it, `2026-12-25`: some readers of YAML have made a date of it already. */
export const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date('skrivs som 2026-12-25'),
);
