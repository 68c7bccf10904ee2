import { type Db, siteGate } from '../../shared/db/clients.ts';
import { derivedKey } from '../../shared/env.ts';
import { openSecret, stepOf } from './app-code.ts';
import { ownFactors } from './own-factors.ts';
import { mayTry, type Tried } from './try-factor.ts';

/** Verifies the session with a code of any of the person's apps. The database takes each step once. */
export async function passAppCode(db: Db, code: string, now: Date): Promise<Tried> {
  if (!(await mayTry(db))) return 'limited';
  const { staffId, factors } = await ownFactors(db);
  for (const factor of factors) {
    const secret = factor.kind === 'app' && openSecret(factor.sealedSecret, staffId, derivedKey('factor'));
    const step = secret ? stepOf(code, secret, now) : undefined;
    if (step === undefined) continue;
    const { data, error } = await db.rpc('pass_app_code', { p_gate: siteGate(), p_factor: factor.id, p_step: step });
    if (error) throw new Error(`pass_app_code: ${error.code} ${error.message}`);
    if (data) return 'passed';
  }
  return 'refused';
}
