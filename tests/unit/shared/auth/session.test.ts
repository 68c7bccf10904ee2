import type { AstroCookies } from 'astro';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const settings = { SITE_URL: 'https://gfo.example' };
vi.mock('../../../../src/shared/env.ts', () => ({
  env: () => settings,
  derivedKey: (purpose: string) => Buffer.alloc(32, purpose),
}));
const { forgetSession, readSession, sessionIdOf, writeSession } = await import('../../../../src/shared/auth/session.ts');

function jar() {
  const kept = new Map<string, { value: string; attributes: object }>();
  const cookies = {
    get: (name: string) => kept.get(name),
    set: (name: string, value: string, attributes: object) => void kept.set(name, { value, attributes }),
    delete: (name: string) => void kept.delete(name),
  } as unknown as AstroCookies;
  return { cookies, kept };
}

const id = crypto.randomUUID();
const token = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;
const session = { access: token({ session_id: id }), refresh: 'r'.repeat(30), expiresAt: 1_800_000_000 };

describe('the session’s cookie', () => {
  beforeEach(() => {
    settings.SITE_URL = 'https://gfo.example';
  });

  test('gives back what was written, and holds neither token in the clear', () => {
    const { cookies, kept } = jar();
    writeSession(cookies, session);
    expect(readSession(cookies)).toEqual(session);
    const [cookie] = kept.values();
    expect(cookie?.value).not.toContain(session.refresh);
    expect(cookie?.value).not.toContain(session.access);
  });

  test('is out of the reach of scripts, other sites and other hosts', () => {
    const { cookies, kept } = jar();
    writeSession(cookies, session);
    expect([...kept.keys()]).toEqual(['__Host-gfo']);
    expect([...kept.values()][0]?.attributes).toMatchObject({ httpOnly: true, secure: true, sameSite: 'lax', path: '/' });
  });

  test('works on the demo’s own address without TLS', () => {
    settings.SITE_URL = 'http://localhost:4321';
    const { cookies, kept } = jar();
    writeSession(cookies, session);
    expect([...kept.values()][0]?.attributes).toMatchObject({ httpOnly: true, secure: false });
    expect(readSession(cookies)).toEqual(session);
  });

  test('that somebody else made or changed is none', () => {
    const { cookies, kept } = jar();
    expect(readSession(cookies)).toBeUndefined();
    for (const value of ['', 'x', Buffer.from(JSON.stringify(session)).toString('base64url')]) {
      kept.set('__Host-gfo', { value, attributes: {} });
      expect(readSession(cookies)).toBeUndefined();
    }
  });

  test('is gone when forgotten', () => {
    const { cookies } = jar();
    writeSession(cookies, session);
    forgetSession(cookies);
    expect(readSession(cookies)).toBeUndefined();
  });

  test('fits in a cookie with tokens as long as hosted Supabase makes them', () => {
    const { cookies, kept } = jar();
    const claims = {
      session_id: id,
      email: `${'a'.repeat(60)}@exempel.example`,
      noise: crypto.getRandomValues(Buffer.alloc(500)).toString('base64'),
    };
    writeSession(cookies, { ...session, access: token(claims) });
    expect([...kept.values()][0]?.value.length).toBeLessThan(3_500);
  });
});

test('the token tells its session, and a token without one is no token of ours', () => {
  expect(sessionIdOf(session)).toBe(id);
  expect(() => sessionIdOf({ ...session, access: token({}) })).toThrow(/session_id/);
});
