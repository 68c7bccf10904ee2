import { beforeEach, describe, expect, test, vi } from 'vitest';

type Args = { p_path: string; p_sealed: string };
const rpc = vi.fn<(name: string, args: Args) => Promise<{ data: boolean | string; error: null }>>();
vi.mock('../../../../src/shared/env.ts', () => ({ env: () => ({}), derivedKey: (purpose: string) => Buffer.alloc(32, purpose) }));
vi.mock('../../../../src/shared/db/clients.ts', () => ({ siteDb: () => ({ rpc }), siteGate: () => 'gate' }));
const { keepForm, pageOf, takeForm, withKept } = await import('../../../../src/shared/auth/kept-form.ts');

const claims = Buffer.from(JSON.stringify({ session_id: crypto.randomUUID() })).toString('base64url');
const session = { access: `h.${claims}.s`, refresh: 'r', expiresAt: 0 };
const page = '/arbetsyta/medarbetare';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

beforeEach(() => {
  rpc.mockReset();
  rpc.mockResolvedValue({ data: true, error: null });
});

describe('a form that is kept', () => {
  test('is not one with a file, which would be gone', async () => {
    const data = form({ namn: 'Siv' });
    data.append('fil', new File(['x'], 'hem.csv'));
    expect(await keepForm(session, page, data)).toBe(false);
    expect(rpc).not.toHaveBeenCalled();
  });

  test('is sealed, and comes back as it was typed', async () => {
    expect(await keepForm(session, page, form({ namn: 'Siv', roll: 'head' }))).toBe(true);
    const { p_sealed = '', p_path } = rpc.mock.calls[0]?.[1] ?? {};
    expect([p_path, p_sealed]).toEqual([page, expect.not.stringContaining('Siv')]);
    rpc.mockResolvedValue({ data: p_sealed, error: null });
    expect(await takeForm({ rpc } as never, page)).toEqual({ namn: ['Siv'], roll: ['head'] });
  });

  test('is said to be kept only when the database took it', async () => {
    rpc.mockResolvedValue({ data: false, error: null });
    expect(await keepForm(session, page, form({ namn: 'Siv' }))).toBe(false);
  });
});

describe('what cannot be kept is said, and asks nothing of the database', () => {
  // Noise does not get shorter by being packed.
  const noise = () => Buffer.from(crypto.getRandomValues(new Uint8Array(60_000))).toString('base64');
  test.each([
    ['a page with too long an address', `${page}?q=${'x'.repeat(500)}`, () => form({ namn: 'Siv' })],
    ['a text that is too long', page, () => form({ a: noise(), b: noise(), c: noise(), d: noise() })],
    ['a body that cannot be read', page, () => Promise.reject(new TypeError('no form'))],
    ['what proves the second factor', '/logga-in/andra-steget?vidare=%2Farbetsyta', () => form({ kod: '123456' })],
    ['a page that anybody may see', '/intresseanmalan', () => form({ namn: 'Siv' })],
  ])('%s', async (_what, address, typed) => {
    expect(await keepForm(session, address, typed())).toBe(false);
    expect(rpc).not.toHaveBeenCalled();
  });
});

test('the page’s address is without what is said to it once', () => {
  const url = new URL('https://gfo.example/arbetsyta/hem/7/begaran?vilken=1&kvar=1&_action=x');
  expect(pageOf(url)).toBe('/arbetsyta/hem/7/begaran?vilken=1');
  expect(withKept(pageOf(url))).toBe('/arbetsyta/hem/7/begaran?vilken=1&kvar=1');
  expect(withKept(page)).toBe(`${page}?kvar=1`);
});
