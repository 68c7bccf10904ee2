import { describe, expect, test, vi } from 'vitest';
import { sendCodes } from '../../../functions/jobs/send-codes.ts';
import type { Db } from '../../../src/shared/db/clients.ts';
import type { Delivered } from '../../../src/shared/outbox/deliver.ts';

type Wish = { id: number | null; email: string | null; has_account: boolean };
type Fault = { code: string } | null;
type Faults = { createUser?: Fault; link?: Fault[] };

const sent: Delivered = { ok: true, providerId: 'p' };

function fake(wishes: Wish[], { createUser: noUser = null, link = [] }: Faults = {}, delivered = sent) {
  const rpc = vi.fn<(name: string, args?: object) => Promise<{ data: unknown; error: null }>>((name) =>
    Promise.resolve({ data: name === 'claim_code_wishes' ? wishes : true, error: null }),
  );
  const createUser = vi.fn<() => Promise<{ error: Fault }>>(() => Promise.resolve({ error: noUser }));
  const generateLink = vi.fn<() => Promise<object>>(() => {
    const error = link.shift() ?? null;
    return Promise.resolve({ data: { properties: error ? null : { email_otp: '123456' } }, error });
  });
  const mail = vi.fn<(address: string, code: string, wish: number) => Promise<Delivered>>(() => Promise.resolve(delivered));
  const told: object[] = [];
  const deps = {
    db: { rpc, auth: { admin: { createUser, generateLink } } } as unknown as Db,
    mail,
    report: (failure: object) => void told.push(failure),
  };
  return { deps, rpc, createUser, generateLink, mail, told };
}
const wish = (changes: Partial<Wish> = {}): Wish => ({ id: 1, email: 'amira@exempel.example', has_account: true, ...changes });

describe('mailing codes', () => {
  test('mails the code that Supabase made, under the wish’s own number', async () => {
    const { deps, mail, createUser } = fake([wish({ id: 7 })]);
    expect(await sendCodes(deps)).toEqual({ sent: 1 });
    expect(mail).toHaveBeenCalledExactlyOnceWith('amira@exempel.example', '123456', 7);
    expect(createUser).not.toHaveBeenCalled();
  });

  test('makes the account of who is ours and has none, also when it was there after all', async () => {
    for (const createUser of [null, { code: 'email_exists' }]) {
      const { deps, createUser: made } = fake([wish({ has_account: false })], { createUser });
      expect(await sendCodes(deps)).toEqual({ sent: 1 });
      expect(made).toHaveBeenCalledExactlyOnceWith({ email: 'amira@exempel.example', email_confirm: true });
    }
  });

  test('makes it anew when the one we knew is gone', async () => {
    const { deps, createUser } = fake([wish()], { link: [{ code: 'user_not_found' }] });
    expect(await sendCodes(deps)).toEqual({ sent: 1 });
    expect(createUser).toHaveBeenCalledOnce();
  });

  test('tells of a failure without the address, and goes on with the others', async () => {
    const { deps, told } = fake([wish({ has_account: false }), wish({ id: 2 })], { link: [{ code: 'unexpected_failure' }] });
    expect(await sendCodes(deps)).toEqual({ sent: 1 });
    expect(told).toEqual([{ wish: '1', error: 'generateLink: unexpected_failure' }]);
    const busy = fake([wish()], {}, { ok: false, failure: 'busy', error: 'rate_limit_exceeded 429' });
    expect(await sendCodes(busy.deps)).toEqual({ sent: 0 });
    expect(busy.told).toEqual([{ wish: '1', error: 'rate_limit_exceeded 429' }]);
  });

  test('lists the first head before it looks at the wishes', async () => {
    const { deps, rpc } = fake([]);
    await sendCodes({ ...deps, firstHead: { name: 'Kim', email: 'Kim@Gfo.example' } });
    expect(rpc.mock.calls).toEqual([
      ['ensure_first_head', { p_name: 'Kim', p_email: 'Kim@Gfo.example', p_email_key: 'kim@gfo.example' }],
      ['claim_code_wishes'],
    ]);
  });

  test('does not carry on when the database fails', async () => {
    const { deps, rpc } = fake([]);
    rpc.mockResolvedValueOnce({ data: null, error: { code: '57P01', message: 'gone' } } as never);
    await expect(sendCodes(deps)).rejects.toThrow('57P01');
  });
});
