import { startOwnSite } from './own-site.ts';

/** A site of its own, as a process. Says its address when it is there. */
const { url } = await startOwnSite();
process.stdout.write(`${url}\n`);
