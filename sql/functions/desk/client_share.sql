create or replace function desk.client_share(reference text, practitioner text, until timestamptz)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_own_client(reference);
  colleague constant clinic.practitioners := clinic.require_practitioner(practitioner);
begin
  if colleague.id = client.practitioner_id then
    perform clinic.refuse('PL409', 'the client is this practitioner''s already');
  elsif client_share.until <= statement_timestamp() then
    perform clinic.refuse('PL422', 'a share ends in the future');
  end if;
  delete from clinic.client_shares as s
  where s.practice_id = client.practice_id and s.client_id = client.id and s.practitioner_id = colleague.id;
  insert into clinic.client_shares (practice_id, client_id, practitioner_id, granted_by, until)
  values (client.practice_id, client.id, colleague.id, clinic.my_id(), client_share.until);
  perform clinic.record_undo(
    'client.share', client.id, client.id, jsonb_build_object('practitioner_id', colleague.id));
  perform clinic.audit('client.share', client.id, client.id, 'with ' || colleague.id);
end
$$;
