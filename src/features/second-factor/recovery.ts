import { createHmac, randomInt } from 'node:crypto';

const HOW_MANY = 10;
const LENGTH = 10;
/** Without what is mistaken for something else on paper: i, l, o, 0 and 1. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

export const RECOVERY_CODE = new RegExp(`^[${SIGNS}]{${LENGTH}}$`);

/** So few that it is time to make new ones. */
export const FEW_LEFT = 3;

/** Ten codes of 49 bits, for the day both telephone and passkey are gone. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () =>
    Array.from({ length: LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length))).join(''),
  );
}

/** As it is shown and printed: two groups of five. */
export function written(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

/** What the database knows of a code: nothing, to whoever has the database alone. */
export function recoveryHash(code: string, staffId: string, key: Buffer): string {
  return createHmac('sha256', key).update(`${staffId}:${code}`).digest('hex');
}
