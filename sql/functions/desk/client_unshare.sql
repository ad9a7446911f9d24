create or replace function desk.client_unshare(reference text, practitioner text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_own_client(reference);
  colleague constant clinic.practitioners := clinic.require_practitioner(practitioner);
begin
  delete from clinic.client_shares as s
  where s.practice_id = client.practice_id and s.client_id = client.id and s.practitioner_id = colleague.id;
  if not found then
    perform clinic.refuse('PL404', 'share');
  end if;
  perform clinic.audit('client.unshare', client.id, client.id, 'with ' || colleague.id);
end
$$;
