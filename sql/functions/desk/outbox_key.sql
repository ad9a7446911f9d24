-- Returns the key to which secrets of links are sealed for the outbox; no row before the outbox has registered one.
create or replace function desk.outbox_key()
returns table (public_key bytea)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select * from clinic.outbox_key()
$$;
