-- Returns the key to which secrets of links are sealed for the outbox; no row before the outbox has registered one.
create or replace function clinic.outbox_key()
returns table (public_key bytea)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select k.public_key
  from clinic.outbox_keys as k
  order by k.registered_at desc
  limit 1
$$;
