import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';

describe.each(grounds)('the accounts of who is erased on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const erase = () => ground.sql('select private.erase_registration($1, $2::text::public.actor_kind)', [cast.freshId, 'system']);

  test('are left for Supabase to forget, until it has', async () => {
    await erase();
    const { user, session } = cast.people.other;
    expect(await given(ground.service.rpc('accounts_to_erase'))).toContain(user);
    expect(await ground.sql('select ended_why from private.sign_in_session where id = $1', [session])).toEqual([
      { ended_why: 'removed' },
    ]);
    await given(ground.service.rpc('account_erased', { p_user: user }));
    expect(await given(ground.service.rpc('accounts_to_erase'))).not.toContain(user);
  });

  test('also of who asked for a code and never came in', async () => {
    const account = randomUUID();
    await ground.sql(`insert into auth.users (id, email) values ($1, $2)`, [account, cast.people.other.email]);
    await ground.sql('update public.household_member set user_id = null where id = $1', [cast.people.other.id]);
    await erase();
    expect(await given(ground.service.rpc('accounts_to_erase'))).toContain(account);
  });

  test.each([
    [
      'works here',
      () =>
        ground.sql('update public.staff_member set user_id = $1 where id = $2', [
          cast.people.other.user,
          cast.people.colleague.id,
        ]),
    ],
    [
      'lives in another home now',
      async () => {
        await ground.sql('update public.household_member set left_at = now() where id = $1', [cast.people.other.id]);
        await ground.sql('update public.household_member set user_id = $1 where id = $2', [cast.people.other.user, cast.tuva.id]);
      },
    ],
  ])('stay, with their sessions, of who %s', async (_what, meanwhile) => {
    await meanwhile();
    await erase();
    expect(await given(ground.service.rpc('accounts_to_erase'))).not.toContain(cast.people.other.user);
    expect(await given(cast.as('other').rpc('visit'))).toMatchObject({ here: true });
  });

  test('stay of who came back before Supabase forgot them', async () => {
    await erase();
    await ground.sql('update public.household_member set user_id = $1 where id = $2', [cast.people.other.user, cast.tuva.id]);
    expect(await given(ground.service.rpc('accounts_to_erase'))).not.toContain(cast.people.other.user);
  });
});
