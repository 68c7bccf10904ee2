import { type Db, siteGate } from '../../shared/db/clients.ts';
import { derivedKey } from '../../shared/env.ts';
import { newRecoveryCodes, recoveryHash } from './recovery.ts';
import { sealShownCodes } from './shown-codes.ts';

/** Replaces every recovery code of the person with new ones, and answers with those, sealed for the page that shows them. */
export async function makeRecoveryCodes(db: Db, staffId: string, now: Date): Promise<string> {
  const key = derivedKey('recovery');
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => recoveryHash(code, staffId, key));
  const { error } = await db.rpc('set_recovery_codes', { p_gate: siteGate(), p_hashes: hashes });
  if (error) throw new Error(`set_recovery_codes: ${error.code} ${error.message}`);
  return sealShownCodes(codes, staffId, now, key);
}
