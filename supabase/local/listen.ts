import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createProbe } from 'node:net';
import { securityHeaders } from '../../src/shared/http/security-headers.ts';

export type Listening = { port: number; close: () => Promise<void> };

/** Listens on the loopback addresses alone, on `::1` too where the machine has it, since `localhost` can mean either. */
export async function listenOnLoopback(handler: RequestListener, port: number): Promise<Listening> {
  const first = await listenOn(handler, port, '127.0.0.1');
  const second = await listenOn(handler, first.port, '::1').catch(() => undefined);
  return {
    port: first.port,
    close: async () => {
      await Promise.all([first.close(), second?.close()]);
    },
  };
}

/** Port 0 takes a free one. Rejects when the port is taken. */
export function listenOn(handler: RequestListener, port: number, host: string): Promise<Listening> {
  // A request without Host is the handler's to refuse, so that its refusal wears the headers too.
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 30_000, requireHostHeader: false }, handler);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (socket.writable)
      socket.end(unreadable(error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve({ port: (server.address() as { port: number }).port, close: () => close(server) }));
  });
}

/** Whether somebody listens on the port already. */
export function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createProbe();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });
}

/** Whether the request was meant for this machine: a foreign name that was made to point here is not. */
export function isForLoopback(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');
}

function unreadable(status: string): string {
  const headers = Object.entries({ ...securityHeaders(''), Connection: 'close', 'Content-Length': '0' });
  return `HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

/** What is being answered may finish, within reason. */
export function close(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), 3_000);
  return new Promise((done) => {
    server.close(() => {
      clearTimeout(cut);
      done();
    });
    server.closeIdleConnections();
  });
}
