import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import postgres from 'postgres';
import { freePort, startPostgres } from '../../supabase/local/postgres.ts';
import { registration } from '../../supabase/tests/support/registration.ts';
import { signInByCode } from '../support/cookie.ts';
import { finishedDraft } from '../support/draft.ts';
import { bookingsInDatabase, bookingsThroughSite, offersOfFreedSeats } from './bookings.ts';
import { deskQueries } from './desk.ts';
import { measure, table } from './measure.ts';

/**
 * A page behind the sign-in, and registrations and bookings per second: the last press through the whole site (page, action, API,
 * database, mail), the same SQL function through the API alone, and called directly. One run, one PostgreSQL server, all on the
 * loopback address.
 */
const TIMES = Number(process.env.TIMES ?? 600);
const dir = await mkdtemp(join(tmpdir(), 'gfo-bench-'));
const server = await startPostgres();
const ports = [await freePort(), await freePort(), await freePort()];
const child = spawn(process.execPath, ['tests/benchmarks/site.ts'], {
  env: { ...process.env, DATABASE_URL: server.url, LOCAL_DIR: dir, PORTS: ports.join(',') },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const sql = postgres(server.url, { max: 8, onnotice: () => undefined });

try {
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('The site did not start.'))),
  ]);
  const settings = JSON.parse(await readFile(`${dir}/demo.json`, 'utf8')) as { siteSecret: string; publishableKey: string };
  const siteUrl = `http://localhost:${ports[0]}`;

  const gate = 'the gate of the benchmark';
  const headers = () => ({ origin: siteUrl, 'x-forwarded-for': address(), 'content-type': 'application/x-www-form-urlencoded' });
  const rows = [
    await measure('the whole site', TIMES, async () => {
      const answer = await fetch(siteUrl + finishedDraft(settings.siteSecret, `${randomUUID()}@exempel.example`), {
        method: 'POST',
        headers: headers(),
        redirect: 'manual',
      });
      await answer.arrayBuffer();
      if (answer.status !== 303) throw new Error(`The site answered ${answer.status}.`);
    }),
  ];
  const through = await bookingsThroughSite(sql, TIMES, { siteUrl, secret: settings.siteSecret, headers });
  const email = `${randomUUID()}@exempel.example`;
  await fetch(siteUrl + finishedDraft(settings.siteSecret, email), { method: 'POST', headers: headers(), redirect: 'manual' });
  const { cookie } = await signInByCode(email, { siteUrl, mailboxUrl: `http://localhost:${ports[1]}` });
  await sql`select private.set_site_gate(${hash(gate)})`;
  const api = createClient(`http://127.0.0.1:${ports[2]}`, settings.publishableKey, { auth: { persistSession: false } });
  rows.push(
    await measure('the same function through the API', TIMES, async () => {
      const { error } = await api.rpc('register_interest', fresh(gate));
      if (error) throw new Error(error.message);
    }),
    await measure('the same function called directly', TIMES, async () => {
      const named = Object.entries(fresh(gate));
      const list = named.map(([name], at) => `${name} => $${at + 1}`).join(', ');
      await sql.unsafe(`select public.register_interest(${list})`, named.map(([, value]) => value) as never[]);
    }),
    await measure('the front page', TIMES, (turn) => page(`${siteUrl}/?k=bench-${turn}`)),
    await measure('a page behind the sign-in', TIMES, () => page(`${siteUrl}/mina-sidor`, { cookie })),
    await measure('the first page of the form', TIMES, (turn) => page(`${siteUrl}/intresseanmalan?k=bench-${turn}`)),
  );
  const [stored] = await sql<{ count: number }[]>`select count(*)::int from public.interest`;
  process.stdout.write(`${table(rows)}\n${stored?.count} registrations stored, ${TIMES * 3 + 1} made.\n`);
  const booked = await bookingsInDatabase(sql, TIMES, { hot: through.hot, api, gate });
  const alone = booked.rows.at(-1)?.perSecond ?? 0;
  process.stdout.write(
    `\nOne occasion that all book at once\n${table([through.row, ...booked.rows])}\n${booked.kept}\n` +
      `The whole site against the function alone: ×${(through.row.perSecond / alone).toFixed(2)}\n` +
      `${await offersOfFreedSeats(sql, 3, gate)}\n`,
  );
  const desk = await deskQueries(Math.min(TIMES, 100));
  process.stdout.write(
    `\nThe work desk’s queries\n${table(desk.rows)}\nFifty thousand homes against one thousand:\n${desk.growth}\n`,
  );
} finally {
  child.kill('SIGTERM');
  await sql.end();
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}

function fresh(gate: string) {
  return registration({ p_gate: gate, p_email: `${randomUUID()}@exempel.example`, p_network_key: hash(randomUUID()) });
}

async function page(url: string, headers: Record<string, string> = {}): Promise<void> {
  const answer = await fetch(url, { headers, redirect: 'manual' });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`);
}

function address(): string {
  return `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
