import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { isAlive } from './lock.ts';

/** Here the build finds its packages, and no tool looks. */
const COPIES = 'node_modules/.cache/gfo-site';

/**
 * A copy of the build for this process alone, and how to remove it. A build empties `dist` before it fills it, and a demo
 * that runs from there would lose its pages and files. Copies that killed demos left are removed.
 */
export async function ownCopy(dist = 'dist'): Promise<{ dir: string; remove: () => Promise<void> }> {
  await mkdir(COPIES, { recursive: true });
  for (const pid of await readdir(COPIES)) if (!isAlive(Number(pid))) await remove(`${COPIES}/${pid}`);
  const dir = `${COPIES}/${process.pid}`;
  await cp(dist, dir, { recursive: true });
  return { dir, remove: () => remove(dir) };
}

function remove(dir: string): Promise<void> {
  return rm(dir, { recursive: true, force: true });
}
