import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildWhenStale } from '../../supabase/local/build.ts';
import { listenOnLoopback } from '../../supabase/local/listen.ts';
import { ownCopy } from '../../supabase/local/own-copy.ts';
import { demoEnvironment, demoSettings } from '../../supabase/local/settings.ts';
import { builtSite } from '../../supabase/local/site.ts';
import { tempDir } from '../support/temp.ts';

async function served() {
  await buildWhenStale(() => undefined);
  const { dir, remove } = await ownCopy();
  onTestFinished(remove);
  const ports = { site: 1, mailbox: 1, supabase: 1 };
  Object.assign(process.env, demoEnvironment(await demoSettings(await tempDir()), ports, 'http://localhost'));
  const site = await listenOnLoopback(await builtSite('http://localhost', dir), 0);
  onTestFinished(site.close);
  return { dir, get: (path: string) => fetch(`http://localhost:${site.port}${path}`) };
}

test('a file that cannot be read, or is gone after a build, costs one answer and not the process', async () => {
  const { dir, get } = await served();
  // What can be looked at and not opened, as a file is that disappears in between.
  const unreadable = createServer().listen(join(dir, 'client', 'borta.txt'));
  onTestFinished(() => void unreadable.close());
  await expect(get('/borta.txt')).rejects.toThrow('fetch failed');
  expect((await get('/favicon.svg')).status).toBe(200);
  await rm(join(dir, 'client'), { recursive: true });
  expect((await get('/favicon.svg')).status).toBe(404);
  expect((await get('/')).status).toBe(200);
});
