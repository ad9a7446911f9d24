-- Returns who may see a client besides its practitioner and the owner, and since when, with the reason if they broke
-- the glass.
create or replace function desk.client_shares(reference text)
returns table (
  practitioner text, granted_by text, granted_at timestamptz, until timestamptz, break_glass_reason text)
language plpgsql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  client constant clinic.clients := clinic.require_client(reference);
begin
  return query
    select p.display_name, g.display_name, s.granted_at, s.until, s.break_glass_reason
    from clinic.client_shares as s
      join clinic.practitioners as p on p.practice_id = s.practice_id and p.id = s.practitioner_id
      join clinic.practitioners as g on g.practice_id = s.practice_id and g.id = s.granted_by
    where s.practice_id = client.practice_id and s.client_id = client.id and s.until > statement_timestamp()
    order by s.granted_at;
end
$$;
