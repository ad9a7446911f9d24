-- Returns a client that this session may hand over, merge or erase. A colleague with whom the client is shared may not.
create or replace function clinic.require_own_client(reference text)
returns clinic.clients
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_client(reference);
begin
  if client.practitioner_id <> clinic.my_id() and clinic.is_owner() is not true then
    perform clinic.refuse('PL403', 'only the client''s practitioner or the owner of the practice may do that');
  end if;
  return client;
end
$$;
