-- The plans of a client, or with null of all clients one may see; newest first.
create or replace function desk.plan_list(client text)
returns setof clinic.plan_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  subject clinic.clients;
begin
  if client is null then
    return query
      select r.*
      from clinic.plan_records as r
      order by r.created_at desc, r.id desc;
  else
    subject := clinic.require_client(client);
    perform clinic.audit('plan.list', null, subject.id);
    return query
      select r.*
      from clinic.plan_records as r
      where r.client = subject.id
      order by r.created_at desc, r.id desc;
  end if;
end
$$;
