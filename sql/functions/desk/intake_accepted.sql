-- Returns the newest accepted intake of a client, or no row. With `or_returned` one that was sent back counts, too:
-- what the client answers next begins with its answers.
create or replace function desk.intake_accepted(client text, or_returned boolean default false)
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
    and (i.state = 'accepted' or (or_returned and i.state = 'returned'))
  order by i.submitted_at desc, i.id desc
  limit 1;
  if found then
    perform clinic.audit('intake.read', newest, owner.id);
    return query select r.* from clinic.intake_records as r where r.id = newest;
  end if;
end
$$;
