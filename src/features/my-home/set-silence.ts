import type { Db } from '../../shared/db/clients.ts';
import type { Database } from '../../shared/db/database.types.ts';
import { logFault } from '../../shared/http/log.ts';
import { changePhone } from './change-phone.ts';
import type { SilenceWish } from './my-home.schema.ts';
import type { Saved } from './my-home.text.ts';
import { shareContact } from './share-contact.ts';

type Args = Database['public']['Functions']['set_own_silence']['Args'];

/**
 * Begins the silent way, or changes it, and keeps the number to ring. Each part is a call of its own: when one fails after
 * another was saved, `saved` says which. Sharing stops first, so that a new number is never shown to the others.
 */
export async function beSilent(
  { telefon, tider, kod, dolj }: SilenceWish,
  { db }: { db: Db },
): Promise<{ ok: true } | { ok: false; saved: Saved[] }> {
  const saved: Saved[] = [];
  try {
    if (dolj) {
      await shareContact(false, { db });
      saved.push('hidden');
    }
    await changePhone(telefon, { db });
    saved.push('phone');
    await set(db, { p_times: tider, p_takes_codes: kod });
    return { ok: true };
  } catch (fault) {
    if (saved.length === 0) throw fault;
    logFault(fault);
    return { ok: false, saved };
  }
}

/** Ends it: mail comes again. */
export async function endSilence({ db }: { db: Db }): Promise<void> {
  await set(db, {});
}

async function set(db: Db, args: Args): Promise<void> {
  const { error } = await db.rpc('set_own_silence', args);
  if (error) throw new Error(`set_own_silence: ${error.code} ${error.message}`);
}
