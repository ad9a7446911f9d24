-- Returns the evaluations of a client, newest first.
create or replace function desk.evaluation_list(client text)
returns setof clinic.evaluation_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  subject constant clinic.clients := clinic.require_client(client);
begin
  perform clinic.audit('evaluation.list', null, subject.id);
  return query
    select r.*
    from clinic.evaluation_records as r
    where r.client = subject.id
    order by r.recorded_at desc, r.id desc;
end
$$;
