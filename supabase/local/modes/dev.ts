import { dev } from 'astro';
import { startGround } from '../ground.ts';

/** The demo with hot reload. */
export function run(): Promise<void> {
  process.env.HOT_RELOAD = '1';
  return startGround('dev', async ({ ports }) => {
    const before = process.listeners('SIGTERM');
    const server = await dev({ server: { host: 'localhost', port: ports.site }, logLevel: 'warn' });
    // Vite would leave at once when it is told to stop, before the database has closed.
    for (const listener of process.listeners('SIGTERM')) if (!before.includes(listener)) process.off('SIGTERM', listener);
    return { port: server.address.port, close: () => server.stop() };
  });
}
