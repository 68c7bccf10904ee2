import { beforeAll, describe, expect, test } from 'vitest';
import { addressKey, network, networkKey, visitorAddress } from '../../src/shared/http/network.ts';

beforeAll(() => {
  Object.assign(process.env, {
    SITE_URL: 'http://localhost:4321',
    SITE_SECRET: 's'.repeat(40),
    SUPABASE_URL: 'http://127.0.0.1:54321',
    SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_prov',
    SUPABASE_SECRET_KEY: 'sb_secret_prov',
    RESEND_API_KEY: 're_prov',
    RESEND_WEBHOOK_SECRET: 'whsec_cHJvdg==',
    MAIL_FROM: 'GFO <gfo@familjehem.example>',
    MAIL_NOTICE_TO: 'gfo@familjehem.example',
    CRON_SECRET: 'c'.repeat(30),
  });
});

describe('one household’s connection', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:C000:0207', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', 'unknown'],
    ['inte en adress', 'unknown'],
    ['1.2.3.4.5', 'unknown'],
  ])('%s is %s', (ip, expected) => {
    expect(network(ip)).toBe(expected);
  });

  test('a key is 64 hex characters and tells nothing of the address', () => {
    expect(networkKey('192.0.2.7')).toMatch(/^[0-9a-f]{64}$/);
    expect(networkKey('2001:db8:1:2::1')).toBe(networkKey('2001:db8:1:2:ffff::9'));
    expect(networkKey('192.0.2.7')).not.toBe(networkKey('192.0.2.8'));
    expect(addressKey(' Anna@Hemma.example ')).toBe(addressKey('anna@hemma.example'));
  });
});

describe('whose address it is', () => {
  const visit = (headers: Record<string, string>) => ({
    request: new Request('http://localhost/', { headers }),
    clientAddress: '198.51.100.1',
  });
  const forwarded = { 'X-Forwarded-For': '10.0.0.1, 203.0.113.5, 192.0.2.7' };

  test('no header is believed without a proxy of our own', () => {
    expect(visitorAddress(visit({ ...forwarded, 'X-Real-IP': '203.0.113.5' }), 0, false)).toBe('198.51.100.1');
  });
  test('the n-th from the right is believed with n proxies', () => {
    expect(visitorAddress(visit(forwarded), 1, false)).toBe('192.0.2.7');
    expect(visitorAddress(visit(forwarded), 2, false)).toBe('203.0.113.5');
    expect(visitorAddress(visit(forwarded), 5, false)).toBe('198.51.100.1');
    expect(visitorAddress(visit({ 'X-Forwarded-For': 'nonsens' }), 1, false)).toBe('198.51.100.1');
  });
  test('Vercel’s own header is believed on Vercel', () => {
    expect(visitorAddress(visit({ ...forwarded, 'X-Vercel-Forwarded-For': '203.0.113.9' }), 0, true)).toBe('203.0.113.9');
  });
});
