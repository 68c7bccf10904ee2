import { rm } from 'node:fs/promises';
import { refuseWhileRunning } from '../lock.ts';
import { localDir } from '../settings.ts';

/** Throws everything away that the demo has kept. */
export async function run(): Promise<void> {
  await refuseWhileRunning(localDir());
  await rm(localDir(), { recursive: true, force: true });
  console.log('Provversionens data är borta. "npm start" börjar om från början.');
}
