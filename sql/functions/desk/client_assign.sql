create or replace function desk.client_assign(reference text, practitioner text)
returns setof clinic.client_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_own_client(reference);
  colleague constant clinic.practitioners := clinic.require_practitioner(practitioner);
begin
  update clinic.clients as c
  set practitioner_id = colleague.id
  where c.practice_id = client.practice_id and c.id = client.id;
  perform clinic.record_undo(
    'client.assign', client.id, client.id, jsonb_build_object('practitioner_id', client.practitioner_id));
  perform clinic.audit('client.assign', client.id, client.id, 'to ' || colleague.id);
  -- The caller may no longer see the client after giving it away, but gets its new state as the answer.
  return query
    select
      c.id, c.short_id, c.full_name, c.email, c.phone, c.birth_date, colleague.display_name,
      c.archived_at is not null, c.created_at, colleague.id, c.version
    from clinic.clients as c
    where c.practice_id = client.practice_id and c.id = client.id;
end
$$;
