-- Changes details of a client. `changes` holds only those that change: "full_name", "email", "phone", "birth_date".
-- Null clears a detail. Refused if its version is not `version`; null skips this check.
create or replace function desk.client_edit(reference text, changes jsonb, version integer default null)
returns setof clinic.client_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_client(reference);
begin
  update clinic.clients as c
  set
    full_name = case when changes ? 'full_name' then changes ->> 'full_name' else c.full_name end,
    email = case when changes ? 'email' then changes ->> 'email' else c.email end,
    phone = case when changes ? 'phone' then changes ->> 'phone' else c.phone end,
    birth_date = case when changes ? 'birth_date' then (changes ->> 'birth_date')::date else c.birth_date end
  where c.practice_id = client.practice_id and c.id = client.id
    and c.version = coalesce(client_edit.version, c.version);
  if not found then
    perform clinic.refuse('PL412', 'the client was changed by somebody else meanwhile');
  end if;
  perform clinic.record_undo(
    'client.edit', client.id, client.id,
    jsonb_build_object(
      'full_name', client.full_name, 'email', client.email, 'phone', client.phone,
      'birth_date', client.birth_date));
  perform clinic.audit('client.edit', client.id, client.id);
  return query select r.* from clinic.client_records as r where r.id = client.id;
end
$$;
