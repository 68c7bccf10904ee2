import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { App } from '@supabase/lite';
import { createPgliteConnection } from '@supabase/lite/pglite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import { codeCatcher } from './code-catcher.ts';
import { discreetly } from './discreet.ts';
import { adminApi, asLiteSaysIt } from './gotrue.ts';
import { close, isForLoopback } from './listen.ts';
import { migrate, prepareRoles } from './migrate.ts';
import { forNobodyNew } from './no-signup.ts';
import { oneAtATime } from './turns.ts';

export type EmbeddedOptions = {
  /** PGlite without `dir` lives in memory only. */
  database: { kind: 'pglite'; dir?: string } | { kind: 'postgres'; url: string };
  /** 0 takes a free port. Only the loopback address listens. */
  port: number;
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
  siteUrl?: string;
  migrations?: string | URL;
};

export type Embedded = {
  url: string;
  /** Names of the migrations that this start applied. */
  applied: string[];
  /** Runs SQL as the owner, past row-level security. Several statements are allowed when there are no parameters. */
  sql: <Row = Record<string, unknown>>(text: string, params?: unknown[]) => Promise<Row[]>;
  close: () => Promise<void>;
};

const MIGRATIONS = new URL('../migrations/', import.meta.url);

/** Starts the embedded Supabase with every migration applied. Throws when a migration or the port fails. */
export async function startSupabase(options: EmbeddedOptions): Promise<Embedded> {
  const database = options.database.kind === 'pglite' ? await pglite(options.database.dir) : postgres(options.database.url);
  // Left to itself, lite grants every table of every schema with row-level security to anon at the first request.
  Reflect.set(database.connection, 'rlsState', 'active');
  const codes = codeCatcher(options.secretKey);
  const app = new App({
    connection: database.connection,
    studio: { enabled: false },
    auth: {
      enabled: true,
      jwt_secret: options.jwtSecret,
      publishable_key: options.publishableKey,
      secret_key: options.secretKey,
      site_url: options.siteUrl ?? 'http://localhost:4321',
      enable_signup: false,
      enable_refresh_token_rotation: true,
      jwt_expiry: 600,
      email: {
        enable_signup: false,
        enable_confirmations: true,
        otp_length: 6,
        otp_expiry: 900,
      },
    },
    options: {
      server: { admin: false, disableStudio: true },
      // Nothing is mailed from here: the code that lite would have sent is what `generate_link` answers with.
      drivers: { email: { send: codes.caught } },
    },
  });
  try {
    await prepareRoles(database.sql);
    await app.init();
    await app.ensureSystemSchema();
    const applied = await migrate(database.sql, options.migrations ?? MIGRATIONS);
    const server = await listen(options.port, async (request) => {
      const answer = await adminApi(request, {
        sql: database.sql as Embedded['sql'],
        secretKey: options.secretKey,
        newCode: (email) =>
          database.signInInTurn(() => codes.of(email, (asked) => discreetly(() => app.fetch(asked, { peerAddress: null })))),
      });
      if (answer) return answer;
      // Sign-in keeps its transaction in a place that all requests share, so there one goes at a time on every driver.
      const inTurn = new URL(request.url).pathname.startsWith('/auth/') ? database.signInInTurn : database.inTurn;
      return await inTurn(() => discreetly(() => app.fetch(request, { peerAddress: null })));
    });
    return {
      url: `http://127.0.0.1:${server.port}`,
      applied,
      sql: database.sql as Embedded['sql'],
      close: async () => {
        await server.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

type Sql = (text: string, params?: unknown[]) => Promise<Record<string, unknown>[]>;

async function pglite(dir?: string) {
  const connection = await createPgliteConnection(dir ? { url: dir } : {});
  const inTurn = oneAtATime();
  const sql: Sql = (text, params) =>
    inTurn(async () => {
      if (params) return (await connection.driver.query<Record<string, unknown>>(text, params)).rows;
      return (await connection.driver.exec(text)).at(-1)?.rows ?? [];
    });
  return { connection, sql, inTurn, signInInTurn: inTurn, close: () => inTurn(() => connection.close()) };
}

function postgres(url: string) {
  const connection = createPostgresConnection({ url, postgresOptions: { onnotice: () => undefined } });
  const sql: Sql = async (text, params) => {
    const rows: unknown[] = await connection.driver.unsafe(text, params as never[] | undefined);
    return (Array.isArray(rows.at(-1)) ? rows.at(-1) : rows) as Record<string, unknown>[];
  };
  // A query that was cut off half-way would be waited for without end.
  const close = () => connection.driver.end({ timeout: 5 });
  return { connection, sql, inTurn: <T>(work: () => Promise<T>) => work(), signInInTurn: oneAtATime(), close };
}

function listen(port: number, answer: (request: Request) => Promise<Response>) {
  return new Promise<{ port: number; close: () => Promise<void> }>((resolve, reject) => {
    const server = serve(
      {
        port,
        hostname: '127.0.0.1',
        // Otherwise Response is replaced for the whole process, and Astro no longer knows its own answers.
        overrideGlobalObjects: false,
        fetch: async (request) =>
          isForLoopback(request.headers.get('host') ?? undefined)
            ? whole(await answer(await read(request)))
            : new Response('Bara för den här datorn.', { status: 403 }),
      },
      (info) => resolve({ port: info.port, close: () => close(server as Server) }),
    );
    server.once('error', reject);
  });
}

/** The body is read before the database is asked for a turn, so that a slow caller holds nobody up. */
async function read(request: Request): Promise<Request> {
  if (request.method === 'GET' || request.method === 'HEAD') return request;
  const body = asLiteSaysIt(request.url, forNobodyNew(request.url, await request.text()));
  return new Request(request.url, { method: request.method, headers: request.headers, body });
}

async function whole(response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, response);
}
