import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isTaken } from './listen.ts';
import { Stop } from './stop.ts';

const file = (dir: string) => `${dir}/running.json`;

/** Two demos on one database would break it. Throws a Stop when one runs; a lock left by a killed one is taken over. */
export async function lock(dir: string, supabasePort: number): Promise<() => Promise<void>> {
  await refuseWhileRunning(dir);
  await mkdir(dir, { recursive: true });
  await writeFile(file(dir), JSON.stringify({ pid: process.pid, port: supabasePort }));
  return () => rm(file(dir), { force: true });
}

/** Throws a Stop when a demo runs on this data. */
export async function refuseWhileRunning(dir: string): Promise<void> {
  const text = await readFile(file(dir), 'utf8').catch(() => undefined);
  if (!text) return;
  const { pid, port } = JSON.parse(text) as { pid: number; port: number };
  if (isAlive(pid) && (await isTaken(port)))
    throw new Stop(`Provversionen kör redan (process ${pid}). Stoppa den först med Ctrl+C.`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
