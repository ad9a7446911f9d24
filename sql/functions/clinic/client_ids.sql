-- Returns the ids of a client, of the one it was merged into, and of all that were merged into that one. Their records
-- together are the client's records.
create or replace function clinic.client_ids(client uuid)
returns setof uuid
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select c.id
  from clinic.clients as c
  where c.practice_id = (select clinic.my_practice())
    and coalesce(c.merged_into, c.id) = (
      select coalesce(own.merged_into, own.id)
      from clinic.clients as own
      where own.practice_id = (select clinic.my_practice()) and own.id = client)
$$;
