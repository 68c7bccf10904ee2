import { additionSchema, settlingSchema } from './household.schema.ts';
import { step } from './step.actions.ts';

/** What came from an address that the home was known by: whether it is the family's. */
export const addition = {
  settle: step(
    ({ vad }) => (vad === 'bekrafta' ? 'tillagg' : 'tillagg-kastat'),
    settlingSchema,
    (db, number, { tillagg, vad, kommun, sett }) =>
      db.rpc('settle_addition', {
        p_number: number,
        p_interest: tillagg,
        p_accept: vad === 'bekrafta',
        p_take_municipality: kommun,
        p_seen: sett,
      }),
  ),
  restore: step('tillagg-ater', additionSchema, (db, number, { tillagg }) =>
    db.rpc('restore_addition', { p_number: number, p_interest: tillagg }),
  ),
};
