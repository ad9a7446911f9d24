create or replace function desk.client_archive(reference text, reason text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_own_client(reference);
begin
  if client.archived_at is not null then
    perform clinic.refuse('PL409', 'the client is archived already');
  elsif not clinic.has_visible(reason) then
    perform clinic.refuse('PL422', 'the reason is empty');
  end if;
  update clinic.clients as c
  set archived_at = now()
  where c.practice_id = client.practice_id and c.id = client.id;
  perform clinic.record_undo('client.archive', client.id, client.id, '{"archived_at": null}');
  perform clinic.audit('client.archive', client.id, client.id, reason);
end
$$;
