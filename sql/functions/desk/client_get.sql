create or replace function desk.client_get(reference text)
returns setof clinic.client_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_client(reference);
begin
  perform clinic.audit('client.read', client.id, client.id);
  return query select r.* from clinic.client_records as r where r.id = client.id;
end
$$;
