-- Returns who has read or changed a client's record. The client has a right to this list.
create or replace function desk.audit_who(reference text)
returns table (who text, verb text, times bigint, first_at timestamptz, last_at timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  client constant clinic.clients := clinic.require_client(reference);
begin
  perform clinic.audit('audit.who', null, client.id);
  return query
    select clinic.name_of(e.who), e.verb, count(*), min(e.at), max(e.at)
    from clinic.audit_entries as e
    where e.practice_id = client.practice_id and e.client_id in (select clinic.client_ids(client.id))
    group by e.who, e.verb
    order by 5 desc, 1, 2;
end
$$;
