import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Stop } from './stop.ts';

const SOURCES = ['src', 'content', 'public', 'functions', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
const ENTRY = 'dist/server/entry.mjs';
const TEXTUAL = new Set(['.js', '.mjs', '.css', '.svg', '.txt', '.xml', '.json', '.webmanifest', '.html', '.wasm']);

/** Builds the site when there is no build or something in it is newer, and packs its files. `say` is told before the wait. */
export async function buildWhenStale(say: (text: string) => void): Promise<void> {
  const built = await changed(ENTRY);
  const newest = Math.max(...(await Promise.all(SOURCES.map(changed))));
  if (built < newest) {
    say('Bygger webbplatsen …');
    await build();
  }
  await pack('dist/client');
}

function build(): Promise<void> {
  return new Promise((resolve, reject) => {
    const told: string[] = [];
    // Started from a test, NODE_ENV would else make it a build for tests.
    const env = { ...process.env, DEPLOY_TARGET: 'node', NODE_ENV: 'production' };
    const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], { env });
    child.stdout.on('data', (chunk) => told.push(String(chunk)));
    child.stderr.on('data', (chunk) => told.push(String(chunk)));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Stop(`Webbplatsen gick inte att bygga:\n${told.join('').slice(-3_000)}`));
    });
  });
}

/** When the newest file in it was changed, in milliseconds; 0 when it does not exist. */
async function changed(path: string): Promise<number> {
  if (!existsSync(path)) return 0;
  const about = await stat(path);
  if (!about.isDirectory()) return about.mtimeMs;
  const inside = await readdir(path, { recursive: true });
  const times = await Promise.all(inside.map(async (name) => (await stat(join(path, name))).mtimeMs));
  return Math.max(0, ...times);
}

/** Packed once, at the best setting, instead of at every request. */
async function pack(dir: string): Promise<void> {
  const names = (await readdir(dir, { recursive: true })).filter((name) => TEXTUAL.has(extname(name)));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  for (const name of names) {
    const file = join(dir, name);
    if ((await changed(`${file}.br`)) >= (await changed(file))) continue;
    const bytes = await readFile(file);
    await place(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    await place(`${file}.br`, await promisify(brotliCompress)(bytes, quality));
  }
}

/** Written beside and moved into place: nobody is served half a file, also when two starts pack at once. */
async function place(file: string, bytes: Buffer): Promise<void> {
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, bytes);
  await rename(beside, file);
}
