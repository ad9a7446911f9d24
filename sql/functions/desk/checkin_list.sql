-- Returns the check-ins of a client, newest first.
create or replace function desk.checkin_list(client text)
returns setof clinic.checkin_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  subject constant clinic.clients := clinic.require_client(client);
begin
  perform clinic.audit('checkin.list', null, subject.id);
  return query
    select r.*
    from clinic.checkin_records as r
    where r.client = subject.id
    order by r.submitted_at desc, r.id desc;
end
$$;
