import { z } from 'zod';
import { homeNumber } from '../../shared/form/home-number.ts';
import { joiningFaults as say } from './joining.text.ts';

const number = (missing: string) =>
  z
    .string()
    .default('')
    // As we call it ourselves.
    .transform((text) =>
      homeNumber(
        text
          .trim()
          .replace(/^hem\s+/i, '')
          .replaceAll(/\s/g, ''),
      ),
    )
    .pipe(z.number(missing));
/** Without it nothing is seen, and the database says what has happened. */
const seen = z.coerce.number().int().nonnegative().catch(0);

export const otherHomeSchema = z.object({ hem: number(say.number) });

/** `kvar`: the home that is left; the other goes into it. */
export const joinSchema = otherHomeSchema.extend({ kvar: number(say.left), sett: seen, settandra: seen });

export const partSchema = z.object({ fran: number(say.number), sett: seen });
