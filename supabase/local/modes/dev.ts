import { dev } from 'astro';
import { startGround } from '../ground.ts';

/** The demo with hot reload. */
export function run(): Promise<void> {
  process.env.HOT_RELOAD = '1';
  return startGround('dev', async ({ ports }) => {
    const server = await dev({ server: { host: 'localhost', port: ports.site }, logLevel: 'warn' });
    return { port: server.address.port, close: () => server.stop() };
  });
}
