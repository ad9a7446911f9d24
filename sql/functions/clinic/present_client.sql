-- Returns a client, or the one into whom they were merged; null when there is no such client.
create or replace function clinic.present_client(client uuid)
returns clinic.clients
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select c.*
  from clinic.clients as own
    join clinic.clients as c on c.practice_id = own.practice_id and c.id = coalesce(own.merged_into, own.id)
  where own.practice_id = (select clinic.my_practice()) and own.id = present_client.client
$$;
