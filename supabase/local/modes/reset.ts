import { rm } from 'node:fs/promises';
import { lock } from '../lock.ts';
import { portsFrom } from '../ports.ts';
import { localDir } from '../settings.ts';

/** Throws everything away that the demo has kept. */
export async function run(): Promise<void> {
  // Its own lock keeps a start away while the data goes, and goes with it.
  await lock(localDir(), portsFrom(process.env).supabase);
  await rm(localDir(), { recursive: true, force: true });
  console.log('Provversionens data är borta. "npm start" börjar om från början.');
}
