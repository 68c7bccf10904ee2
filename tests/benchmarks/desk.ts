import { readFileSync } from 'node:fs';
import { manyConnections, speakingAs } from '../../supabase/tests/support/at-once.ts';
import type { SignedIn } from '../../supabase/tests/support/people.ts';
import { type Measured, measure } from './measure.ts';

/** Statements of the work desk, asked by a coordinator with a normal share of the homes. */
const ASKED = {
  'the list of homes': 'select public.household_list()',
  'the list, one phase and municipality': `select public.household_list(p_phase => 'assessment', p_municipality => 'timra')`,
  'the list, emergency homes': `select public.household_list(p_kind => 'emergency_home')`,
  'the list, one’s own': 'select public.household_list(p_coordinator => $1)',
  'my day': 'select public.my_day()',
  'a search by name': `select public.search_households('efternamn77')`,
  'a search by number': `select public.search_households('77')`,
  'a home’s page': 'select public.household_page(77)',
} as const;

/** Asked by the head. A year counts all of its registrations, so it is asked of a year that has as many however many years there are. */
const FIGURES = 'select public.head_figures(extract(year from now())::integer - 1)';

const HOMES = `
  with made as (
    insert into public.household (municipality, considering, phase, case_since, call_by, created_at)
    select (enum_range(null::public.municipality))[1 + n % 6],
      case n % 20 when 0 then 'emergency_home' when 1 then 'not_sure' else 'foster_home' end::public.considering,
      case n % 5 when 0 then 'interest' when 1 then 'assessment' when 2 then 'home' else 'closed' end::public.household_phase,
      case when n % 5 in (1, 2) then now() end, case when n % 50 = 0 and n > $2::int - 1000 then now() + make_interval(hours => n % 90 - 30) end,
      now() - make_interval(mins => (50000 - n))
    from generate_series($1::int, $2::int) n returning id, number
  ), adults as (
    insert into public.household_member (household_id, first_name, last_name, email, email_key)
    select id, 'Förnamn', 'Efternamn' || number, number || '@exempel.example', number || '@exempel.example' from made
  ), taken as (
    -- Some thirty homes for each of the first coordinator's colleagues, however many homes there are.
    insert into public.household_coordinator (household_id, staff_id)
    select made.id, $3::uuid from made where number % (greatest($2::int, 1000) / 30) = 1
  )
  insert into public.household_event (household_id, kind, actor, happened_at)
  select made.id, 'interest_registered', 'family', now() - interval '3 days' from made`;

/** A thousand registrations a year, and one call for each. */
const REGISTRATIONS = `
  with registered as (
    insert into public.interest (
      household_id, state, digest, considering, municipality, adults, child_ages, first_name, last_name, email, email_key, phone,
      contact_way, contact_times, heard_from, registered_at, call_by
    )
    select h.id, 'received', 'digest', 'foster_home', h.municipality, 2, '{}', 'Förnamn', 'Efternamn', m.email, m.email_key, '+46701740605',
      'phone', '{}', '{friend,poster}', at, at + interval '3 days'
    from generate_series($1::int, $2::int) n
    join public.household h on h.number = n join public.household_member m on m.household_id = h.id
    cross join lateral (
      select make_timestamptz(extract(year from now())::int - 1 - (n - 1) / 1000, 1, 1, 12, 0, 0, 'Europe/Stockholm') + n % 1000 * interval '8 hours' as at
    ) day
    returning household_id, registered_at
  )
  insert into public.household_event (household_id, kind, actor, happened_at)
  select household_id, 'call_missed', 'staff', registered_at + interval '30 hours' from registered`;

/** The work desk's queries at a thousand homes and at fifty thousand: how long one takes, and how much longer the larger is. */
export async function deskQueries(times: number): Promise<{ rows: Measured[]; growth: string }> {
  const { sql, stop } = await manyConnections(8);
  await sql.unsafe(readFileSync(new URL('../../supabase/tests/support/cast.sql', import.meta.url), 'utf8'));
  const [made] = await sql<
    { staff: SignedIn & { id: string }; head: SignedIn }[]
  >`select tests.staff('maja', 'bench', 'coordinator', true) as staff, tests.staff('helena', 'bench', 'head', true) as head`;
  if (!made) throw new Error('no staff');
  const { staff, head } = made;
  const figures = async () => void (await speakingAs(sql, head, (tx) => tx.unsafe(FIGURES)));
  const rows: Measured[] = [];
  let from = 1;
  for (const count of [1_000, 50_000]) {
    await sql.unsafe('alter table public.household drop constraint household_is_closed_whole');
    // Those of the smaller number are nobody's in the larger, or the coordinator would have twice as many.
    await sql.unsafe('delete from public.household_coordinator where staff_id = $1', [staff.id]);
    await sql.unsafe(HOMES, [from, count, staff.id]);
    await sql.unsafe(
      `update public.household set closed_at = now(), closed_why = 'not_now', phase_before = 'interest' where phase = 'closed'`,
    );
    await sql.unsafe(
      `alter table public.household add constraint household_is_closed_whole check ((phase = 'closed') = (closed_at is not null))`,
    );
    await sql.unsafe(REGISTRATIONS, [from, count]);
    await sql.unsafe('vacuum analyze');
    from = count + 1;
    for (const [name, statement] of Object.entries(ASKED)) {
      const ask = () => speakingAs(sql, staff, (tx) => tx.unsafe(statement, statement.includes('$1') ? [staff.id] : []));
      await ask();
      rows.push(await measure(`${name}, ${count} homes`, times, async () => void (await ask())));
    }
    rows.push(await measure(`the figures of a year, ${count} homes`, times, figures));
  }
  await stop();
  const half = rows.length / 2;
  const growth = rows
    .slice(0, half)
    .map(({ name, median }, at) => `${name.replace(/, \d+ homes/, '')}: ×${((rows[at + half]?.median ?? 0) / median).toFixed(1)}`)
    .join('\n');
  return { rows, growth };
}
