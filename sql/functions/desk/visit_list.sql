-- Returns the visits of a client, newest first.
create or replace function desk.visit_list(client text)
returns setof clinic.visit_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  subject constant clinic.clients := clinic.require_client(client);
begin
  perform clinic.audit('visit.list', null, subject.id);
  return query
    select r.*
    from clinic.visit_records as r
    where r.client = subject.id
    order by r.held_on desc, r.recorded_at desc, r.id desc;
end
$$;
