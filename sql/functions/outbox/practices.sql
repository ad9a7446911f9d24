-- Returns the practices, as opaque ids.
create or replace function outbox.practices()
returns table (practice uuid)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select p.practice_id
  from clinic.practices as p
  order by p.practice_id
$$;
