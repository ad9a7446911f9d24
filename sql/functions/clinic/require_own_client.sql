-- A client whom this session may hand on, merge or erase: sharing lets a colleague care, not decide.
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
