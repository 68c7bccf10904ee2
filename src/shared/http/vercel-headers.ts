import { readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { DRAWING_POLICY, securityHeaders } from './security-headers.ts';

type BuildOutput = { version: 3; routes?: Record<string, unknown>[] };

/** On Vercel files are served without asking us, so the headers of files stand in the Build Output's routes. */
export function vercelHeaders(siteUrl: string): AstroIntegration {
  let root: URL;
  return {
    name: 'gfo-vercel-headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
      },
      'astro:build:done': async () => {
        const file = new URL('./.vercel/output/config.json', root);
        const output: BuildOutput = JSON.parse(await readFile(file, 'utf8'));
        const everywhere = { src: '/(.*)', headers: securityHeaders(siteUrl), continue: true };
        const drawings = { src: '/(.*)\\.svg', headers: { 'Content-Security-Policy': DRAWING_POLICY }, continue: true };
        await writeFile(
          file,
          JSON.stringify({ ...output, routes: [everywhere, drawings, ...(output.routes ?? [])] }, undefined, 2),
        );
      },
    },
  };
}
