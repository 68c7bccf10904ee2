import { buildWhenStale } from '../build.ts';
import { startGround } from '../ground.ts';
import { listenOnLoopback } from '../listen.ts';
import { ownCopy } from '../own-copy.ts';
import { builtSite } from '../site.ts';

/** The product as it will be, on this machine alone, with fictitious data. */
export function run(): Promise<void> {
  return startGround('demo', async ({ ports, siteUrl, say }) => {
    await buildWhenStale(say);
    const { dir, remove } = await ownCopy();
    const listening = await listenOnLoopback(await builtSite(siteUrl, dir), ports.site);
    return { port: listening.port, close: () => listening.close().then(remove) };
  });
}
