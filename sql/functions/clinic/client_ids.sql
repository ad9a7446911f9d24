-- Returns the id of a client and the ids of the clients merged into it. Their records together are the client's
-- records.
create or replace function clinic.client_ids(client uuid)
returns setof uuid
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select c.id
  from clinic.clients as c
  where c.practice_id = (select clinic.my_practice()) and c.id = client
  union all
  select c.id
  from clinic.clients as c
  where c.practice_id = (select clinic.my_practice()) and c.merged_into = client
$$;
