import { randomUUID } from 'node:crypto';
import type { Ground } from './grounds.ts';

export type MadeHome = { id: string; number: number; adult: string; email: string };

/** A home that is only registered, of one adult with an address of their own; see cast.sql. */
export async function madeHome(sql: Ground['sql'], first: string): Promise<MadeHome> {
  const suffix = randomUUID().slice(0, 8);
  const email = `${first.toLowerCase()}-${suffix}@exempel.example`;
  const [home] = await sql<{ id: string; number: string }>(`select h.id, h.number from tests.home('interest', $1) h`, [email]);
  const [adult] = await sql<{ id: string }>(`select tests.adult($1, $2, 'Provsson', $3) ->> 'id' as id`, [
    home?.id,
    first,
    suffix,
  ]);
  await sql('update public.interest set member_id = $2 where household_id = $1', [home?.id, adult?.id]);
  return { id: home?.id ?? '', number: Number(home?.number), adult: adult?.id ?? '', email };
}

/** All that stands about these homes, but for the mails that say that something is new and what only grows. */
export async function rowsOf(sql: Ground['sql'], homes: string[]): Promise<Record<string, unknown>> {
  const all = (table: string, order: string, more = '') =>
    `(select coalesce(jsonb_agg(to_jsonb(x) - 'protected_at' order by ${order}), '[]') from public.${table} x where x.household_id = any ($1::uuid[]) ${more})`;
  const [row] = await sql<{ rows: Record<string, unknown> }>(
    `select jsonb_build_object(
      'homes', (select jsonb_agg(to_jsonb(h) - 'protected_at' order by h.number) from public.household h where h.id = any ($1::uuid[])),
      'members', ${all('household_member', 'x.id')}, 'interests', ${all('interest', 'x.id')},
      'mails', ${all('mail', 'x.id', `and x.template <> 'matter_changed'`)}, 'messages', ${all('message', 'x.id')},
      'notes', ${all('contact_note', 'x.id')}, 'requests', ${all('data_request', 'x.id')},
      'coordinators', ${all('household_coordinator', 'x.household_id, x.staff_id')}, 'steps', ${all('household_step', 'x.id')},
      'related', ${all('related_staff', 'x.household_id, x.staff_id')}
    ) as rows`,
    [`{${homes.join(',')}}`],
  );
  return row?.rows ?? {};
}
