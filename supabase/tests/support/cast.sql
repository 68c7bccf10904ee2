-- Made-up people with homes of their own, new ones at each call, already signed in as begin_session and the second factor
-- leave them. sign-in.test.ts shows that the real way leaves the same.
create schema if not exists tests;

create function tests.sign_in(p_user uuid, p_verified boolean) returns uuid language sql as $$
  insert into private.sign_in_session (id, user_id, assurance, verified_at)
  values (gen_random_uuid(), p_user, case when p_verified then 'second_factor' else 'email_code' end::public.assurance, case when p_verified then now() end)
  returning id
$$;

create function tests.staff(p_name text, p_suffix text, p_role public.staff_role, p_verified boolean) returns jsonb language plpgsql as $$
declare
  v_email constant text := p_name || '-' || p_suffix || '@familjehem.example';
  v public.staff_member;
  v_app uuid;
  v_passkey uuid;
begin
  insert into public.staff_member (name, email, email_key, role, user_id)
  values (initcap(p_name) || ' Medarbetarsson', v_email, v_email, p_role, gen_random_uuid()) returning * into v;
  insert into private.factor (staff_id, kind, label, sealed_secret, last_step) values (v.id, 'app', 'Telefonen', 'sealed', 100) returning id into v_app;
  insert into private.factor (staff_id, kind, label, credential_id, public_key, counter)
  values (v.id, 'passkey', 'Nyckeln', v_email, 'key', 0) returning id into v_passkey;
  insert into private.recovery_code (staff_id, code_hash) values (v.id, encode(sha256(convert_to(v_email, 'UTF8')), 'hex'));
  return jsonb_build_object(
    'id', v.id, 'user', v.user_id, 'email', v_email, 'session', tests.sign_in(v.user_id, p_verified), 'app', v_app, 'passkey', v_passkey
  );
end
$$;

create function tests.adult(p_home uuid, p_first text, p_last text, p_suffix text) returns jsonb language plpgsql as $$
declare
  v_email constant text := lower(p_first) || '-' || p_suffix || '@exempel.example';
  v public.household_member;
begin
  insert into public.household_member (household_id, first_name, last_name, email, email_key, phone, user_id)
  values (p_home, p_first, p_last, v_email, v_email, '+46701740605', gen_random_uuid()) returning * into v;
  return jsonb_build_object('id', v.id, 'user', v.user_id, 'email', v_email, 'session', tests.sign_in(v.user_id, false));
end
$$;

create function tests.home(p_phase public.household_phase, p_email text) returns public.household language plpgsql as $$
declare
  v public.household;
begin
  insert into public.household (municipality, phase, case_since, call_by, address) values (
    'kramfors', p_phase, case when p_phase = 'assessment' then now() end, case when p_phase = 'interest' then now() + interval '2 days' end,
    'Påhittade vägen 3'
  ) returning * into v;
  insert into public.interest (
    household_id, state, digest, considering, municipality, adults, child_ages, first_name, last_name, email, email_key, phone,
    contact_way, contact_times, heard_from, question, call_by
  ) values (
    v.id, 'received', 'digest', 'foster_home', 'kramfors', 2, '{4}', 'Amira', 'Exempelsson', p_email, p_email, '+46701740605',
    'phone', '{morning}', '{friend}', 'Hur lång tid tar det?', now() + interval '2 days'
  );
  insert into public.household_event (household_id, kind, actor) values (v.id, 'interest_registered', 'family');
  return v;
end
$$;

-- Came from an address that the home was known by, and that is no adult's.
create function tests.addition(p_home uuid, p_state public.interest_state, p_suffix text) returns uuid language sql as $$
  insert into public.interest (
    household_id, state, digest, considering, municipality, adults, child_ages, first_name, last_name, email, email_key, phone,
    contact_way, contact_times, heard_from, question, call_by, discarded_at
  ) values (
    p_home, p_state, p_state || p_suffix, 'emergency_home', 'ange', 2, '{}', 'Amira', 'Tilläggsson', p_state || '-' || p_suffix || '@exempel.example',
    p_state || '-' || p_suffix || '@exempel.example', '+46701740606', 'phone', '{morning}', '{web_search}', null, now() + interval '4 days',
    case when p_state = 'discarded' then now() end
  ) returning id
$$;

-- Two registrations of one home, of which a coordinator has joined the one into the other.
create function tests.joined(p_by jsonb, p_suffix text) returns bigint[] language plpgsql as $$
declare
  v_twin constant public.household := tests.home('interest', 'nils-' || p_suffix || '@exempel.example');
  v_shell constant public.household := tests.home('interest', 'nora-' || p_suffix || '@exempel.example');
begin
  perform tests.adult(v_twin.id, 'Nils', 'Dubbelsson', p_suffix);
  perform tests.adult(v_shell.id, 'Nora', 'Dubbelsson', p_suffix);
  perform set_config('request.jwt.claims', jsonb_build_object('sub', p_by ->> 'user', 'session_id', p_by ->> 'session')::text, true);
  perform set_config('request.jwt.claim.sub', p_by ->> 'user', true);
  perform private.join_homes(v_shell.number, v_twin.number, null, null);
  perform set_config('request.jwt.claims', '', true), set_config('request.jwt.claim.sub', '', true);
  return array[v_twin.number, v_shell.number];
end
$$;

create function tests.cast_all() returns jsonb language plpgsql as $$
declare
  v_suffix constant text := left(gen_random_uuid()::text, 8);
  v_home constant public.household := tests.home('assessment', 'amira-' || v_suffix || '@exempel.example');
  v_fresh constant public.household := tests.home('interest', 'jonas-' || v_suffix || '@exempel.example');
  v_hidden constant public.household := tests.home('interest', 'tuva-' || v_suffix || '@exempel.example');
  v_a constant jsonb := tests.adult(v_home.id, 'Amira', 'Exempelsson', v_suffix);
  v_b constant jsonb := tests.adult(v_home.id, 'Samir', 'Exempelsson', v_suffix);
  v_other constant jsonb := tests.adult(v_fresh.id, 'Jonas', 'Provdal' || v_suffix, v_suffix);
  v_tuva constant jsonb := tests.adult(v_hidden.id, 'Tuva', 'Låtsberg' || v_suffix, v_suffix);
  v_own constant jsonb := tests.staff('maja', v_suffix, 'coordinator', true);
  v_colleague constant jsonb := tests.staff('daniel', v_suffix, 'coordinator', true);
  v_door constant jsonb := tests.staff('dora', v_suffix, 'coordinator', false);
  v_related constant jsonb := tests.staff('rut', v_suffix, 'coordinator', true);
  v_communicator constant jsonb := tests.staff('karin', v_suffix, 'communicator', true);
  v_head constant jsonb := tests.staff('helena', v_suffix, 'head', true);
  v_removed constant jsonb := tests.staff('rolf', v_suffix, 'coordinator', true);
  v_request uuid;
  v_mail uuid;
  v_glass uuid;
  v_step uuid;
  v_draft uuid;
  v_addition uuid;
  v_discarded uuid;
  v_joined constant bigint[] := tests.joined(v_removed, v_suffix);
begin
  perform private.begin_stage(v_home.id, 'assessment', private.day_of(now()));
  select t.id into v_step from public.household_step t join public.way_step s on s.id = t.step_id where t.household_id = v_home.id and s.key = 'first_visit';
  insert into public.message (household_id, member_id, body) values (v_home.id, (v_a ->> 'id')::uuid, 'Amiras ord till GFO');
  update public.household_member set last_name = 'Exempelsson' || v_suffix where household_id = v_home.id;
  -- Of these homes alone: over all that earlier tests have left, the whole would take ten times as long.
  update public.interest i set member_id = m.id from public.household_member m
  where m.household_id = i.household_id and m.email_key = i.email_key and i.household_id in (
    select h.id from public.household h where h.number in (v_home.number, v_fresh.number, v_hidden.number, v_joined[1], v_joined[2])
  );
  v_addition := tests.addition(v_home.id, 'unconfirmed_addition', v_suffix);
  v_discarded := tests.addition(v_home.id, 'discarded', v_suffix);
  update public.household set protected_at = now() where id = v_hidden.id;
  insert into public.household_coordinator (household_id, staff_id)
  select h, (s ->> 'id')::uuid from unnest(array[v_home.id, v_hidden.id]) h, unnest(array[v_own, v_door, v_removed]) s;
  insert into public.related_staff (household_id, staff_id, marked_by)
  select h, (v_related ->> 'id')::uuid, (v_head ->> 'id')::uuid from unnest(array[v_home.id, v_fresh.id, v_hidden.id, (select id from public.household where number = v_joined[1])]) h;
  insert into public.break_glass (household_id, staff_id, reason, until)
  values (v_home.id, (v_removed ->> 'id')::uuid, 'Ringde i jourens ställe', now() + interval '1 day') returning id into v_glass;
  insert into private.passkey_challenge (session_id, purpose, challenge)
  select (s ->> 'session')::uuid, 'use', 'a challenge of sixteen' from unnest(array[v_own, v_colleague, v_door, v_related, v_communicator, v_head, v_removed]) s;
  insert into public.data_request (household_id, member_id, kind, wish) values (v_home.id, (v_a ->> 'id')::uuid, 'insight', 'Allt ni har')
  returning id into v_request;
  insert into public.mail (template, recipient, member_id, household_id, state, claim, claimed_until)
  values ('adult_invited', v_a ->> 'email', (v_a ->> 'id')::uuid, v_home.id, 'claimed', v_home.id, now() + interval '2 minutes') returning id into v_mail;
  insert into private.account_to_erase (user_id) values (gen_random_uuid());
  insert into private.kept_form (user_id, path, sealed) values ((v_a ->> 'user')::uuid, '/mina-sidor/uppgifter', 'sealed');
  insert into private.import_draft (staff_id, rows) values ((v_own ->> 'id')::uuid, jsonb_build_array(jsonb_build_object(
    'line', 2, 'name', 'Ny Utkastsson', 'faults', jsonb_build_array(), 'foster', true, 'emergency', false, 'municipality', 'timra',
    'adults', jsonb_build_array(jsonb_build_object('first', 'Ny', 'last', 'Utkastsson' || v_suffix))
  ))) returning id into v_draft;
  -- Removed, and every trace of a right still there: only the list says that they are gone.
  update public.staff_member set ended_at = now() where id = (v_removed ->> 'id')::uuid;
  return jsonb_build_object(
    'home', v_home.number, 'fresh', v_fresh.number, 'hidden', v_hidden.number, 'twin', v_joined[1], 'shell', v_joined[2], 'homeId', v_home.id, 'freshId', v_fresh.id, 'hiddenId', v_hidden.id,
    'surname', 'exempelsson' || v_suffix, 'hiddenSurname', 'låtsberg' || v_suffix,
    'interest', (select id from public.interest where household_id = v_home.id and state = 'received'), 'addition', v_addition, 'discarded', v_discarded,
    'step', v_step, 'draft', v_draft, 'request', v_request, 'mail', v_mail, 'breakGlass', v_glass, 'tuva', v_tuva,
    'booked', tests.occasions((v_a ->> 'id')::uuid, (v_b ->> 'id')::uuid, v_suffix),
    'people', jsonb_build_object(
      'adultA', v_a, 'adultB', v_b, 'other', v_other, 'own', v_own, 'colleague', v_colleague, 'door', v_door, 'related', v_related,
      'communicator', v_communicator, 'head', v_head, 'removed', v_removed
    )
  );
end
$$;
