-- Returns the newest accepted intake of a client, or no row.
create or replace function desk.intake_accepted(client text)
returns setof clinic.intake_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  owner constant clinic.clients := clinic.require_client(client);
  newest uuid;
begin
  select i.id into newest
  from clinic.intakes as i
  where i.practice_id = (select clinic.my_practice())
    and i.client_id in (select clinic.client_ids(owner.id))
    and i.state = 'accepted'
  order by i.submitted_at desc, i.id desc
  limit 1;
  if found then
    perform clinic.audit('intake.read', newest, owner.id);
    return query select r.* from clinic.intake_records as r where r.id = newest;
  end if;
end
$$;
