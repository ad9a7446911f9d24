-- Records that the client's practitioner has read which colleagues broke the glass, and why.
create or replace function desk.client_opening_acknowledge(reference text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_own_client(reference);
begin
  update clinic.client_openings as o
  set acknowledged_at = now(), acknowledged_by = clinic.my_id()
  where o.practice_id = client.practice_id
    and o.client_id in (select clinic.client_ids(client.id))
    and o.acknowledged_at is null
    and clinic.is_told_of_opening(o.opened_by, client.practitioner_id);
  if not found then
    perform clinic.refuse('PL409', 'there is nothing to acknowledge');
  end if;
  perform clinic.audit('client.acknowledge', client.id, client.id);
end
$$;
