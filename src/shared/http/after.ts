import { waitUntil } from '@vercel/functions';
import { logFault } from './log.ts';

/**
 * Lets work go on after the answer: on Vercel the function is kept awake for it, elsewhere the process lives on anyway.
 * A fault is logged once and reaches nobody, so this is for what a schedule would also do.
 */
export function after(work: Promise<unknown>): void {
  waitUntil(work.catch(logFault));
}
