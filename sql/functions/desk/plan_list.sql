-- Returns the plans of a client, newest first.
create or replace function desk.plan_list(client text)
returns setof clinic.plan_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  subject constant clinic.clients := clinic.require_client(client);
begin
  perform clinic.audit('plan.list', null, subject.id);
  return query
    select r.*
    from clinic.plan_records as r
    where r.client = subject.id
    order by r.created_at desc, r.id desc;
end
$$;
