import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { isTaken } from './listen.ts';
import { Stop } from './stop.ts';

const fileIn = (dir: string) => `${dir}/running.json`;

/** A start that builds has not taken its port yet; one that takes longer than this has stopped. */
const LONGEST_START = 5 * 60 * 1000;
/** Reading and removing one small file. */
const LONGEST_TURN = 10_000;

/** Two demos on one database would break it. Throws a Stop when one runs; a lock left by a killed one is taken over. */
export async function lock(dir: string, supabasePort: number): Promise<() => Promise<void>> {
  const file = fileIn(dir);
  const mine = JSON.stringify({ pid: process.pid, port: supabasePort, id: randomUUID() });
  await mkdir(dir, { recursive: true });
  while (!(await taken(file, mine))) {
    const left = await refuseWhileRunning(dir);
    if (left !== undefined) await clear(file, left);
  }
  return async () => {
    if ((await textOf(file)) === mine) await rm(file, { force: true });
  };
}

/** The lock that a killed demo left, or undefined without one. Throws a Stop when a demo runs. */
async function refuseWhileRunning(dir: string): Promise<string | undefined> {
  const file = fileIn(dir);
  const text = await textOf(file);
  if (text === undefined) return undefined;
  const { pid, port } = parsed(text, file);
  if (isAlive(pid) && ((await isTaken(port)) || (await isYoung(file))))
    throw new Stop(`Provversionen kör redan (process ${pid}). Stoppa den först med Ctrl+C.`);
  return text;
}

/** Whether this process got the lock: of two that write at once, one does. */
async function taken(file: string, mine: string): Promise<boolean> {
  try {
    await writeFile(file, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes the left lock away, one start at a time and only while it is still that one: what another start has put there meanwhile
 * stays.
 */
async function clear(file: string, left: string): Promise<void> {
  const turn = `${file}.turn`;
  if (!(await mkdir(turn).then(always, never))) {
    const about = await stat(turn).catch(() => undefined);
    // Whoever had the turn was killed in the middle of it.
    if (about && Date.now() - about.mtimeMs > LONGEST_TURN) await rmdir(turn).catch(never);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return;
  }
  try {
    if ((await textOf(file)) === left) await rm(file, { force: true });
  } finally {
    await rmdir(turn).catch(never);
  }
}

const always = () => true;
const never = () => false;

/** What is being written at this moment is waited for. */
async function textOf(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== '') return text;
  await new Promise((resolve) => setTimeout(resolve, 200));
  return readFile(file, 'utf8').catch(() => undefined);
}

function parsed(text: string, file: string): { pid: number; port: number } {
  try {
    const { pid, port } = JSON.parse(text) as Record<string, unknown>;
    if (Number.isInteger(pid) && Number.isInteger(port)) return { pid: Number(pid), port: Number(port) };
  } catch {
    // Told below, as for JSON of another shape.
  }
  throw new Stop(`${file} går inte att läsa. Är ingen provversion igång: ta bort filen och försök igen.`);
}

async function isYoung(file: string): Promise<boolean> {
  const about = await stat(file).catch(() => undefined);
  return about !== undefined && Date.now() - about.mtimeMs < LONGEST_START;
}

/** In a container that starts anew, the number of a killed demo can be this very process's. */
export function isAlive(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}
