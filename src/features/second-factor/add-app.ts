import { type Db, siteGate } from '../../shared/db/clients.ts';
import { derivedKey } from '../../shared/env.ts';
import { openSecret, sealSecret, stepOf } from './app-code.ts';
import type { OwnFactors } from './second-factor.schema.ts';
import { kindTexts } from './second-factor.text.ts';

type New = { secret: string; code: string; name: string };

/**
 * Stores the app when its code shows that it has the secret; whether it did. Not counted: whoever is here has the secret before
 * their eyes. A second press of the button adds nothing.
 */
export async function addApp(db: Db, own: OwnFactors, { secret, code, name }: New, now: Date): Promise<boolean> {
  const key = derivedKey('factor');
  const has = own.factors.some((factor) => factor.kind === 'app' && openSecret(factor.sealedSecret, own.staffId, key) === secret);
  if (has) return true;
  const step = stepOf(code, secret, now);
  if (step === undefined) return false;
  const { error } = await db.rpc('add_app', {
    p_gate: siteGate(),
    p_label: name || kindTexts.app,
    p_sealed_secret: sealSecret(secret, own.staffId, key),
    p_step: step,
  });
  if (error) throw new Error(`add_app: ${error.code} ${error.message}`);
  return true;
}
