import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { startSupabase } from '../local/embedded.ts';
import { manyConnections } from './support/at-once.ts';
import { brokenNow, taken } from './support/booking-laws.ts';
import type { Ground } from './support/grounds.ts';
import { occasionNow } from './support/occasion-now.ts';
import { occasionOn, visitor } from './support/occasions.ts';
import { visitorActs } from './support/visitor-acts.ts';

const worker = new URL('support/booking-worker.ts', import.meta.url).pathname;
const keys = {
  publishableKey: 'sb_publishable_tests',
  secretKey: 'sb_secret_tests',
  jwtSecret: 'a secret of the tests that is long enough',
};

/** Books in another process until so many have been answered, and ends it as a power cut would. What it had been told. */
async function bookUntilKilled(dir: string, answers: number) {
  const child = spawn(process.execPath, [worker], { env: { ...process.env, DIR: dir }, stdio: ['ignore', 'pipe', 'inherit'] });
  const told = new Map<string, string>();
  let number = 0;
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, id = '', state = ''] = line.split(' ');
    if (word === 'occasion') number = Number(id);
    if (word !== 'got') continue;
    told.set(id, state);
    count += 1;
    // Not between two bookings: in the midst of the next one.
    if (count === answers) setTimeout(() => child.kill('SIGKILL'), 3);
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return { number, told };
}

async function expectKept(run: Ground['sql'], number: number, told: Map<string, string>) {
  const after = await occasionNow(run, number);
  const kept = new Map(after.bookings.map(({ id, state }) => [id, state]));
  // Who was told that they wait may have been offered a seat since, and still waits.
  expect([...told].filter(([id, state]) => kept.get(id) !== state)).toEqual([]);
  expect(brokenNow(after)).toEqual([]);
  expect(taken(after, 'digital')).toBeLessThanOrEqual(10);
}

describe('no booking that was answered is lost', () => {
  test('when the process with the embedded database is killed', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'gfo-killed-'));
    try {
      for (const answers of [7, 20]) {
        const { number, told } = await bookUntilKilled(join(dir, 'data'), answers);
        const supabase = await startSupabase({ database: { kind: 'pglite', dir: join(dir, 'data') }, port: 0, ...keys });
        expect(told.size).toBeGreaterThan(0);
        await expectKept(supabase.sql, number, told);
        await supabase.close();
      }
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }, 300_000);

  test('when a process of the PostgreSQL server is killed, and all of it with that', async () => {
    const many = await manyConnections(20);
    const run = (async (text: string, params: unknown[] = []) => await many.sql.unsafe(text, params as never[])) as Ground['sql'];
    const acts = visitorActs(run);
    try {
      const occasion = await occasionOn(run, { digital: 10 });
      const told = new Map<string, string>();
      const cut: ReturnType<typeof visitor>[] = [];
      let isDown = false;
      const client = async () => {
        while (!isDown) {
          const args = visitor(occasion, 1, { p_wait: true });
          await acts.book(args).then(
            ({ state = '' }) => told.set(args.p_id, state),
            () => {
              isDown = true;
              cut.push(args);
            },
          );
        }
      };
      const clients = Array.from({ length: 16 }, client);
      while (told.size < 60) await run('select pg_sleep(0.02)');
      const [backend] = await run<{ pid: number }>(
        `select pid from pg_stat_activity where pid <> pg_backend_pid() and query like '%book_as_visitor%' limit 1`,
      );
      // Without a number, it would be the tests' own processes.
      if (!backend?.pid) throw new Error('nobody books');
      process.kill(backend.pid, 'SIGKILL');
      await Promise.all(clients);
      expect(cut.length).toBeGreaterThan(0);
      await upAgain(run);
      await expectKept(run, occasion.number, told);
      // Who got no answer presses again, and has one booking whether the first press had come so far or not.
      for (const args of cut) expect(await acts.book(args)).toMatchObject({ ok: true });
      const ids = new Set((await occasionNow(run, occasion.number)).bookings.map(({ id }) => id));
      expect(ids).toEqual(new Set([...told.keys(), ...cut.map(({ p_id }) => p_id)]));
      await expectKept(run, occasion.number, told);
    } finally {
      await many.stop();
    }
  }, 300_000);
});

/** The server has read its log and takes connections again. */
async function upAgain(run: Ground['sql']): Promise<void> {
  for (;;) {
    const isUp = await run('select 1').then(
      () => true,
      () => false,
    );
    if (isUp) return;
  }
}
