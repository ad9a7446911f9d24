create or replace function desk.client_restore(reference text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_own_client(reference);
begin
  if client.archived_at is null then
    perform clinic.refuse('PL409', 'the client is not archived');
  end if;
  update clinic.clients as c
  set archived_at = null
  where c.practice_id = client.practice_id and c.id = client.id;
  perform clinic.record_undo(
    'client.restore', client.id, client.id, jsonb_build_object('archived_at', client.archived_at));
  perform clinic.audit('client.restore', client.id, client.id);
end
$$;
