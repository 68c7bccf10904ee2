import type { Db } from '../../src/shared/db/clients.ts';
import type { Delivered } from '../../src/shared/outbox/deliver.ts';

type Deps = {
  db: Db;
  /** Mails the code to the address; the wish's id makes the sending one that is never made twice. */
  mail: (address: string, code: string, wish: number) => Promise<Delivered>;
  /** The first head, whom the environment names, until there has been one. */
  firstHead?: { name: string; email: string } | undefined;
  /** Told of each code that did not go: never an address. */
  report: (failure: { wish: string; error: string }) => void;
};

/**
 * Mails a code for every wish that shall have one. Who is ours and has no account yet gets one first; nobody else gets any. A
 * wish is tried once: a person who hears nothing asks again, and two codes for one wish would help nobody. Supabase makes the
 * code and keeps its hash; it is stored nowhere else. Returns how many were sent. Throws when the database cannot be reached.
 */
export async function sendCodes({ db, mail, firstHead, report }: Deps): Promise<{ sent: number }> {
  if (firstHead) await call(db.rpc('ensure_first_head', named(firstHead)));
  let sent = 0;
  for (const { id, email, has_account } of await call(db.rpc('claim_code_wishes'))) {
    if (!id || !email) throw new Error('claim_code_wishes gave a row without id or email');
    const made = await codeFor(db, email, has_account ?? false);
    const outcome: Delivered = made.ok
      ? await mail(email, made.code, id)
      : { ok: false, failure: 'temporary', error: made.error };
    if (outcome.ok) sent += 1;
    else report({ wish: String(id), error: outcome.error });
  }
  return { sent };
}

type Made = { ok: true; code: string } | { ok: false; error: string };

async function codeFor(db: Db, email: string, hasAccount: boolean): Promise<Made> {
  const fault = hasAccount ? undefined : await makeAccount(db, email);
  if (fault) return { ok: false, error: fault };
  const first = await newCode(db, email);
  if (first.ok || !hasAccount) return first;
  // The account that we knew may be gone at Supabase: once more, with a new one.
  return (await makeAccount(db, email)) ? first : await newCode(db, email);
}

async function makeAccount(db: Db, email: string): Promise<string | undefined> {
  const { error } = await db.auth.admin.createUser({ email, email_confirm: true });
  // There already, from before the address was bound to a person of ours.
  return error && error.code !== 'email_exists' ? `createUser: ${error.code ?? error.name}` : undefined;
}

async function newCode(db: Db, email: string): Promise<Made> {
  const { data, error } = await db.auth.admin.generateLink({ type: 'magiclink', email });
  if (error) return { ok: false, error: `generateLink: ${error.code ?? error.name}` };
  return { ok: true, code: data.properties.email_otp };
}

function named({ name, email }: { name: string; email: string }) {
  return { p_name: name, p_email: email, p_email_key: email.toLowerCase() };
}

async function call<T>(answer: PromiseLike<{ data: T | null; error: { code: string; message: string } | null }>): Promise<T> {
  const { data, error } = await answer;
  if (error || data === null) throw new Error(`codes: ${error?.code} ${error?.message}`);
  return data;
}
