-- Whom an adult can book for: the adults of their own home who have come in. Their names are shown to each other anyway.
create function private.booking_adults() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.require_member();
begin
  return (
    select jsonb_agg(
      jsonb_build_object('id', m.id, 'name', m.first_name || ' ' || m.last_name, 'isMe', m.id = v_me.id)
      order by m.id <> v_me.id, m.joined_at, m.id
    )
    from public.household_member m
    where m.household_id = v_me.household_id and m.left_at is null and m.accepted_at is not null
  );
end
$$;

create function public.booking_adults() returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.booking_adults() $$;

revoke execute on function private.booking_adults, public.booking_adults from public, anon, authenticated, service_role;
grant execute on function private.booking_adults, public.booking_adults to authenticated;
