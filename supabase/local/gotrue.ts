import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Embedded } from './embedded.ts';

/** What hosted Supabase's sign-in does and lite's does not, so that the site says the same to both. */

const USERS = '/auth/v1/admin/users';
const LINK = '/auth/v1/admin/generate_link';

/** The body as lite understands it: it knows a code by mail under the name of its link. */
export function asLiteSaysIt(url: string, body: string): string {
  if (!new URL(url).pathname.startsWith('/auth/v1/verify')) return body;
  return body.replace(/("type"\s*:\s*)"email"/, '$1"magiclink"');
}

type Parts = {
  sql: Embedded['sql'];
  secretKey: string;
  /** A new code for the address; undefined when it has no account. */
  newCode: (email: string) => Promise<string | undefined>;
};

/**
 * Answers the part of the admin API that the jobs use: making and deleting an account, and a code that is not mailed. Undefined
 * for every other request. Only who holds the secret key is heard.
 */
export async function adminApi(request: Request, { sql, secretKey, newCode }: Parts): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith('/auth/v1/admin/')) return undefined;
  if (request.headers.get('apikey') !== secretKey) return fault(401, 'no_authorization', 'This endpoint requires the secret key');
  if (request.method === 'POST' && pathname === LINK) return await makeCode(await request.json(), newCode);
  if (request.method === 'POST' && pathname === USERS) return await makeUser(await request.json(), sql);
  const id = pathname.startsWith(`${USERS}/`) ? pathname.slice(USERS.length + 1) : '';
  if (/^[0-9a-f-]{36}$/.test(id)) {
    // The client looks before it deletes.
    if (request.method === 'GET') return await showUser(id, sql);
    if (request.method === 'DELETE') return await deleteUser(id, sql);
  }
  return fault(405, 'not_supported', 'Not supported here');
}

const withEmail = z.object({
  email: z
    .string()
    .toLowerCase()
    .regex(/^[^\s@]+@[^\s@]+$/),
});

async function makeCode(asked: unknown, newCode: Parts['newCode']): Promise<Response> {
  const parsed = withEmail.safeParse(asked);
  if (!parsed.success) return fault(400, 'validation_failed', 'Unable to validate email address: invalid format');
  const code = await newCode(parsed.data.email);
  // Hosted makes the account here; ours are made before, and by nobody else.
  if (!code) return fault(404, 'user_not_found', 'User not found');
  return Response.json({ email: parsed.data.email, email_otp: code, verification_type: 'magiclink' });
}

async function makeUser(asked: unknown, sql: Embedded['sql']): Promise<Response> {
  const parsed = withEmail.safeParse(asked);
  if (!parsed.success) return fault(400, 'validation_failed', 'Unable to validate email address: invalid format');
  const { email } = parsed.data;
  const known = await sql('select from auth.users where email = $1', [email]);
  if (known.length > 0) return fault(422, 'email_exists', 'A user with this email address has already been registered');
  const id = randomUUID();
  await sql(
    `with made as (
       insert into auth.users (id, email, aud, role, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
       values ($1::text::uuid, $2::text, 'authenticated', 'authenticated', now(), '{"provider":"email","providers":["email"]}', '{}') returning id
     )
     insert into auth.identities (id, provider, provider_id, user_id, identity_data)
     select gen_random_uuid(), 'email', $1::text, made.id, jsonb_build_object('sub', $1::text, 'email', $2::text) from made`,
    [id, email],
  );
  return Response.json({ id, email, aud: 'authenticated', role: 'authenticated', app_metadata: {}, user_metadata: {} });
}

async function showUser(id: string, sql: Embedded['sql']): Promise<Response> {
  const [user] = await sql('select id, email, aud, role from auth.users where id = $1', [id]);
  return user ? Response.json({ ...user, app_metadata: {}, user_metadata: {} }) : fault(404, 'user_not_found', 'User not found');
}

async function deleteUser(id: string, sql: Embedded['sql']): Promise<Response> {
  await sql('delete from auth.refresh_tokens where user_id = $1', [id]);
  await sql('delete from auth.sessions where user_id = $1', [id]);
  await sql('delete from auth.identities where user_id = $1', [id]);
  await sql('delete from auth.users where id = $1', [id]);
  return Response.json({});
}

function fault(status: number, code: string, msg: string): Response {
  return Response.json({ code: status, error_code: code, msg }, { status, headers: { 'x-sb-error-code': code } });
}
