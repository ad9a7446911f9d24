-- The client that a reference names, to be shown to this session: they may see it, and that they look is in the audit.
create or replace function clinic.require_client(reference text)
returns clinic.clients
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.visible_client(reference);
begin
  perform clinic.require_sight('client ' || client.id);
  return client;
end
$$;
