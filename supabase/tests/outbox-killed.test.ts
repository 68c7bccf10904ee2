import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMailbox } from '../local/mailbox/server.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { registration } from './support/registration.ts';

const worker = new URL('support/outbox-worker.ts', import.meta.url).pathname;
const [, start] = grounds[1] ?? [];

/** The worker's outcome: the number of seams it passed, or the signal that ended it. */
function work(environment: Record<string, string>): Promise<{ seams: number; signal: string | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [worker], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (_code, signal) => resolve({ seams: Number(told), signal }));
  });
}

describe('the outbox, killed between every two steps', () => {
  let ground: Ground;
  let mailbox: Awaited<ReturnType<typeof startMailbox>>;
  let folder: string;
  let clock = Date.now() + 60_000;

  beforeAll(async () => {
    if (!start) throw new Error('no PostgreSQL ground');
    ground = await start();
    folder = await mkdtemp(join(tmpdir(), 'gfo-outbox-'));
    mailbox = await startMailbox({ port: 0, file: join(folder, 'mail.jsonl'), apiKey: 're_tests' });
  });
  afterAll(async () => {
    await mailbox?.close();
    await ground?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (dieAt?: number) =>
    work({
      SUPABASE_URL: ground.url,
      SUPABASE_SECRET_KEY: ground.keys.secretKey,
      RESEND_BASE_URL: mailbox.url,
      NOW: String(clock),
      ...(dieAt && { DIE_AT: String(dieAt) }),
    });
  const arrived = async () =>
    ((await (await fetch(`${mailbox.url}/api/messages`)).json()) as { text: string }[]).map(({ text }) => text);

  test('no mail is lost and none arrives twice, wherever the process dies', async () => {
    // A whole run over one registration's two mails passes this many seams: claimed, then rendered, delivered, stamped for each.
    const seams = 7;
    for (let dieAt = 1; dieAt <= seams; dieAt += 1) {
      const email = `killed-${dieAt}@exempel.example`;
      const { error } = await ground.anon.rpc('register_interest', registration({ p_email: email }));
      expect(error).toBeNull();
      expect((await run(dieAt)).signal).toBe('SIGKILL');
      // Nobody can take what the dead process holds until its claim has run out.
      clock += 3 * 60_000;
      expect((await run()).signal).toBeNull();
    }
    const wanted = (await ground.sql<{ id: string }>('select id from public.mail')).map(({ id }) => id);
    expect(wanted).toHaveLength(seams * 2);
    expect((await arrived()).sort()).toEqual(wanted.sort());
    const states = await ground.sql('select distinct state from public.mail');
    expect(states).toEqual([{ state: 'sent' }]);
  });

  test('an undisturbed run passes just those seams', async () => {
    await ground.anon.rpc('register_interest', registration({ p_email: 'undisturbed@exempel.example' }));
    expect(await run()).toEqual({ seams: 7, signal: null });
  });
});
