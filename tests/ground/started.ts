import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../supabase/local/postgres.ts';

export type Ended = { code: number | null; output: string };
export type Running = { child: ChildProcess; output: () => string; ended: Promise<Ended> };

/** Starts the product as a person does, in an environment that holds nothing else than what is given. */
export function start(mode: string, settings: Record<string, string>, node = process.execPath): Running {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(node, ['supabase/local/start.mjs', mode], { env: { PATH, HOME, ...settings } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, output })));
  return { child, output: () => output, ended };
}

/** Resolves when the text has been printed; rejects with all that was printed when the process ends first. */
export async function printed(running: Running, text: string): Promise<void> {
  const wait = new Promise<void>((resolve) => {
    const look = () => running.output().includes(text) && resolve();
    running.child.stdout?.on('data', look);
    look();
  });
  const tooSoon = running.ended.then(({ code, output }) => Promise.reject(new Error(`ended with ${code}: ${output}`)));
  await Promise.race([wait, tooSoon]);
}

/** Settings for a demo of its own: ports that nobody has and data that nobody shares. */
export async function ownDemo(): Promise<{ settings: Record<string, string>; dir: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'gfo-demo-'));
  const [PORT, MAILBOX_PORT, SUPABASE_PORT] = (await Promise.all([freePort(), freePort(), freePort()])).map(String);
  return {
    settings: { PORT: PORT ?? '', MAILBOX_PORT: MAILBOX_PORT ?? '', SUPABASE_PORT: SUPABASE_PORT ?? '', LOCAL_DIR: dir },
    dir,
  };
}
