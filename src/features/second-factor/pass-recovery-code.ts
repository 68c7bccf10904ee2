import { type Db, siteGate } from '../../shared/db/clients.ts';
import { derivedKey } from '../../shared/env.ts';
import { ownFactors } from './own-factors.ts';
import { recoveryHash } from './recovery.ts';
import { mayTry, type Tried } from './try-factor.ts';

/** Verifies the session with a recovery code, which is then used. The database tells the person by mail. */
export async function passRecoveryCode(db: Db, code: string): Promise<Tried> {
  if (!(await mayTry(db))) return 'limited';
  const { staffId } = await ownFactors(db);
  const hash = recoveryHash(code, staffId, derivedKey('recovery'));
  const { data, error } = await db.rpc('pass_recovery_code', { p_gate: siteGate(), p_hash: hash });
  if (error) throw new Error(`pass_recovery_code: ${error.code} ${error.message}`);
  return data ? 'passed' : 'refused';
}
