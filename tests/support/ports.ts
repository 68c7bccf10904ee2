import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the demo of the end-to-end tests listens: beside the ordinary one, so that both can run. E2E_PORT moves it. */
const first = Number(process.env.E2E_PORT ?? 4391);
const at = (port: number, host = 'localhost') => ({ port, url: `http://${host}:${port}` });
export const SITE = at(first);
export const MAILBOX = at(first + 1);
export const SUPABASE = at(first + 50_000, '127.0.0.1');

/** Where it keeps its data; thrown away before every run. */
export const LOCAL_DIR = join(tmpdir(), `gfo-e2e-${SITE.port}`);
