-- Puts a legal hold on a client. A null reason lifts it.
create or replace function desk.client_hold(reference text, reason text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_own_client(reference);
begin
  update clinic.clients as c
  set legal_hold = reason
  where c.practice_id = client.practice_id and c.id = client.id;
  perform clinic.audit(
    case when reason is null then 'client.release' else 'client.hold' end, client.id, client.id);
end
$$;
