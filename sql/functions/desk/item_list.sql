-- Returns the practice's own items, those that are retired too. They hold nothing about a client.
create or replace function desk.item_list()
returns setof clinic.item_records
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select * from clinic.item_records order by id
$$;
