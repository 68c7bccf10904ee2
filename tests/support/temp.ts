import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder that is gone when the test that asked for it is over. */
export async function tempDir(): Promise<string> {
  return goneAfterTest(await mkdtemp(join(tmpdir(), 'gfo-test-')));
}

export function goneAfterTest(dir: string): string {
  onTestFinished(() => rm(dir, { recursive: true, force: true, maxRetries: 3 }));
  return dir;
}
