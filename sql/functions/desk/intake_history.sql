-- Returns the intakes of a client, newest first, without those that were returned to be answered again.
create or replace function desk.intake_history(client text)
returns setof clinic.intake_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  subject constant clinic.clients := clinic.require_client(client);
begin
  perform clinic.audit('intake.list', null, subject.id);
  return query
    select r.*
    from clinic.intake_records as r
    where r.client = subject.id and r.state <> 'returned'
    order by r.submitted_at desc, r.id desc;
end
$$;
