import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { freePort } from '../../supabase/local/postgres.ts';
import { tempDir } from '../support/temp.ts';

const START = `
  import { lock } from './supabase/local/lock.ts';
  const release = await lock(process.env.DIR, Number(process.env.LOCK_PORT));
  process.stdout.write('got it');
  process.stdin.once('end', release).resume();`;

/** Resolves with what the start said, when it has the lock or has given up. */
async function begun(child: ChildProcess): Promise<string> {
  const [said] = await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'close').then(() => ['gave up'])]);
  return String(said);
}

test.each([
  ['no lock', undefined],
  ['the lock of a killed one', JSON.stringify({ pid: 2 ** 22 + 1, port: 1 })],
])('of many starts at once over %s, one gets it, and after it the next', async (_, left) => {
  const dir = await tempDir();
  if (left) await writeFile(`${dir}/running.json`, left);
  const env = { ...process.env, DIR: dir, LOCK_PORT: String(await freePort()) };
  const start = () => spawn(process.execPath, ['--input-type=module', '-e', START], { env });
  const children = Array.from({ length: 8 }, start);
  const said = await Promise.all(children.map(begun));
  expect(said.filter((text) => text === 'got it')).toHaveLength(1);
  const holder = children[said.indexOf('got it')];
  holder?.stdin?.end();
  await once(holder ?? start(), 'close');
  const next = start();
  expect(await begun(next)).toBe('got it');
  next.stdin?.end();
  await once(next, 'close');
});
