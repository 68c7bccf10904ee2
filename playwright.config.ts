import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from './tests/support/chromium.ts';
import { LOCAL_DIR, MAILBOX, SITE, SUPABASE } from './tests/support/ports.ts';

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

export default defineConfig({
  testDir: 'tests/e2e',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  fullyParallel: true,
  timeout: 60_000,
  use: {
    baseURL: SITE.url,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_FLAGS },
  },
  projects: [
    { name: 'phone', use: phone },
    // What is about scripts is seen once.
    { name: 'phone-no-script', testIgnore: /(budget|idle)\.spec/, use: { ...phone, javaScriptEnabled: false } },
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
