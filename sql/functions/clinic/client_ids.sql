-- A client and those merged into it: whose records are this client's.
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
