import { buildWhenStale } from '../build.ts';
import { startGround } from '../ground.ts';
import { listenOnLoopback } from '../listen.ts';
import { builtSite } from '../site.ts';

/** The product as it will be, on this machine alone, with fictitious data. */
export function run(): Promise<void> {
  return startGround('demo', async ({ ports, siteUrl, say }) => {
    await buildWhenStale(say);
    return listenOnLoopback(await builtSite(siteUrl), ports.site);
  });
}
