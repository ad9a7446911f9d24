create or replace function desk.undo_list()
returns table (verb text, target uuid, client uuid, made_at timestamptz, reversible_until timestamptz)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select r.verb, r.target, r.client_id, r.made_at, r.reversible_until
  from clinic.reversible_changes as r
  where r.practice_id = (select clinic.my_practice())
    and r.made_by = (select clinic.my_id())
    and r.reversed_at is null
    and r.reversible_until > now()
  order by r.made_at desc
$$;
