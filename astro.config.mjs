import { globSync } from 'node:fs';
import mdx from '@astrojs/mdx';
import node from '@astrojs/node';
import vercel from '@astrojs/vercel';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/content-check.ts';
import { LARGEST_UPLOAD } from './src/shared/http/body.ts';
import { vercelHeaders } from './src/shared/http/vercel-headers.ts';

const browsersOf2022 = ['chrome104', 'safari15.4', 'ios15.4', 'firefox100'];
const onVercel = process.env.DEPLOY_TARGET ? process.env.DEPLOY_TARGET === 'vercel' : process.env.VERCEL === '1';
// Handed out by src/pages/min-vardag, which reads them where they lie.
const filmFiles = globSync('content/films/*/*.{mp4,vtt}').map((file) => `./${file}`);
const site = process.env.SITE_URL ?? 'http://localhost:4321';

export default defineConfig({
  site,
  output: 'server',
  adapter: onVercel ? vercel({ maxDuration: 30, includeFiles: filmFiles }) : node({ mode: 'middleware' }),
  outDir: onVercel ? './.vercel/build' : './dist',
  trailingSlash: 'never',
  session: false,
  // Where the old site's visitors and links still come.
  redirects: {
    '/om-oss': '/om-gfo',
    '/category/publikationer': '/nyheter',
    '/kommunernas-gemensamma-organisation-har-utvarderats': '/om-gfo#vad-familjerna-tyckte',
  },
  integrations: [contentCheck(), mdx(), ...(onVercel ? [vercelHeaders(site)] : [])],
  // Astro's own way ('jsx') joins words where a formatter has put a line break.
  compressHTML: true,
  // The policy allows nothing inline.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // Browsers of 2022; without iOS in the list its text-size-adjust is dropped.
      target: browsersOf2022,
      cssTarget: browsersOf2022,
    },
  },
  security: {
    // src/shared/http/door.ts is stricter, and knows the site's address behind a proxy that ends TLS, which Astro's check does not.
    checkOrigin: false,
    // The door counts by page before an action is run.
    actionBodySizeLimit: LARGEST_UPLOAD,
  },
  server: { host: '127.0.0.1', port: 4321 },
  devToolbar: { enabled: false },
});
