-- Keeps that whoever holds the ended link of a plan asks for a new one. It sends nothing: such a plan is to be looked
-- at before it is given again. The same again changes nothing.
create or replace function door.plan_wish(link_hash bytea)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('plan', link_hash);
  client uuid;
begin
  select p.client_id into client
  from clinic.plans as p
  where p.practice_id = (select clinic.my_practice()) and p.id = target and clinic.plan_link_ended(target);
  if not found then
    perform clinic.refuse('PL404', 'plan');
  end if;
  perform clinic.save_wish('new_plan_link', client, plan => target);
end
$$;
