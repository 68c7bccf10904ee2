import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LOCAL_DIR } from './ports.ts';

/** Beside the demo's data, and gone with it when the tests begin anew (playwright.config.ts). */
const notes = join(LOCAL_DIR, 'tests');

/** Longer than any turn takes: a test that was stopped in the middle of its own holds nobody up for ever. */
const LONGEST_TURN = 90_000;

/** Runs the work when nobody else, in any worker, is busy under the same name. */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  await mkdir(notes, { recursive: true });
  const lock = join(notes, `${name}.lock`);
  while (!(await taken(lock))) {
    const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > LONGEST_TURN) await rm(lock, { recursive: true, force: true });
    await wait(100);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/** What an earlier test wrote down under the name; undefined when there is nothing. */
export async function recall<T>(name: string): Promise<T | undefined> {
  const text = await readFile(join(notes, `${name}.json`), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

export async function note(name: string, value: unknown): Promise<void> {
  await mkdir(notes, { recursive: true });
  await writeFile(join(notes, `${name}.json`), JSON.stringify(value));
}

function taken(lock: string): Promise<boolean> {
  return mkdir(lock).then(
    () => true,
    () => false,
  );
}
