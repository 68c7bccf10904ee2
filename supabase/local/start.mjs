// Plain JavaScript that an old Node can read, so that it can say what is wrong. The rest is TypeScript for Node 24.
import { existsSync } from 'node:fs';

const MODES = ['demo', 'dev', 'serve', 'reset'];
const mode = process.argv[2] ?? 'demo';

if (!existsSync(new URL('../../node_modules/astro', import.meta.url))) {
  stop('Paketen är inte installerade. Kör "npm ci" först.');
} else if (Number(process.versions.node.split('.')[0]) < 24) {
  stop(`Node ${process.versions.node} är för gammal. Kör "npm ci" och starta sedan med "npm start": då följer rätt Node med.`);
} else if (!MODES.includes(mode)) {
  stop(`Okänt läge: ${mode}. Välj ett av ${MODES.join(', ')}.`);
} else {
  process.env.LITE_TELEMETRY = '0';
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.ASTRO_DEV_BACKGROUND = '0';
  try {
    const { run } = await import(`./modes/${mode}.ts`);
    await run();
  } catch (error) {
    stop(error instanceof Error && error.name === 'Stop' ? error.message : error);
  }
}

/** @param {unknown} why */
function stop(why) {
  console.error(why);
  process.exit(1);
}
