-- Returns the client that a reference names, if this session may see it and has opened it in the audit. A client that
-- was merged is returned as the one it was merged into.
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
