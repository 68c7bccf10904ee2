import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { envFaults, serveFaults } from '../../src/shared/env.ts';
import { ownServerFaults } from '../../supabase/local/own-server.ts';

const whole = {
  SITE_URL: 'https://www.familjehemgfo.se',
  SITE_SECRET: randomBytes(32).toString('hex'),
  SUPABASE_URL: 'https://abcdefgh.supabase.co',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_abc',
  SUPABASE_SECRET_KEY: 'sb_secret_abc',
  RESEND_API_KEY: 're_abc',
  RESEND_WEBHOOK_SECRET: 'whsec_abc',
  MAIL_FROM: 'GFO familjehem <hej@familjehemgfo.se>',
  MAIL_NOTICE_TO: 'gfo@familjehemgfo.se',
  CRON_SECRET: randomBytes(24).toString('hex'),
};

describe('the settings of real hosting', () => {
  test('a whole set has no fault', () => {
    expect(serveFaults(whole)).toEqual([]);
  });

  test.each(Object.keys(whole))('%s is missed when it is not there, and when it is blank', (name) => {
    expect(envFaults({ ...whole, [name]: undefined }).join()).toContain(name);
    expect(envFaults({ ...whole, [name]: '  ' })).toHaveLength(1);
  });

  test('every fault is told at once, a line each', () => {
    expect(envFaults({})).toHaveLength(Object.keys(whole).length);
  });

  test.each([
    ['SITE_URL', 'http://www.familjehemgfo.se'],
    ['SITE_URL', 'https://www.exempel.se'],
    ['SITE_URL', 'familjehemgfo.se'],
    ['SITE_SECRET', 'kort'],
    ['SUPABASE_PUBLISHABLE_KEY', 'sb_secret_abc'],
    ['SUPABASE_SECRET_KEY', 'eyJhbGciOi'],
    ['MAIL_FROM', 'hej@familjehemgfo.se'],
    ['MAIL_FROM', 'GFO <hej@familjehem.example>'],
    ['RESEND_BASE_URL', 'http://localhost:4322'],
    ['DATABASE_URL', 'mysql://localhost/gfo'],
    ['TRUSTED_PROXIES', 'en'],
  ])('%s=%s is refused', (name, value) => {
    const faults = serveFaults({ ...whole, [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} `));
  });
});

test.each([undefined, '', ' '])('one’s own server must say how many proxies it has, and %j says nothing', (TRUSTED_PROXIES) => {
  expect(ownServerFaults({ TRUSTED_PROXIES })).toHaveLength(1);
});

test.each(['0', '1'])('TRUSTED_PROXIES=%s says it', (TRUSTED_PROXIES) => {
  expect(ownServerFaults({ TRUSTED_PROXIES })).toEqual([]);
});
