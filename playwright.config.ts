import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from './tests/support/chromium.ts';
import { LOCAL_DIR, MAILBOX, SITE, SUPABASE } from './tests/support/ports.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export default defineConfig({
  testDir: 'tests/e2e',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  fullyParallel: true,
  timeout: 60_000,
  // Two browsers fill the two cores that it must run on.
  expect: { timeout: 15_000 },
  use: {
    baseURL: SITE.url,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    // A trace of every test costs more than the tests: `npx playwright test --trace on <file>` shows one that fails.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_FLAGS },
  },
  projects: [
    { name: 'phone', testIgnore: /states\.spec/, grepInvert: /@no-scripts/, use: phone },
    // Seen once: what is about scripts or texts, and the work desk, whose pages are plain forms with no script but the warning of idle.spec.
    {
      name: 'phone-no-script',
      grepInvert: /@scripts/,
      testIgnore: /(budget|by-hand|idle|states|said|desk-homes|desk-matter|my-day|run-occasions|same-home|head|figures)\.spec/,
      use: { ...phone, javaScriptEnabled: false },
    },
    // Whether the others have looked at everything.
    { name: 'states', testMatch: /states\.spec/, dependencies: ['phone', 'phone-no-script'] },
  ],
  webServer: {
    // Begins anew here and not in this file, which other programs read too.
    command: 'npm run reset && npm start',
    url: SITE.url,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      PORT: String(SITE.port),
      MAILBOX_PORT: String(MAILBOX.port),
      SUPABASE_PORT: String(SUPABASE.port),
      LOCAL_DIR,
      TRUSTED_PROXIES: '1',
    },
  },
});
