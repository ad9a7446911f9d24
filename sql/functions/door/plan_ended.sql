-- Whether a link is that of a plan's page which has ended with the day that was set for it. Of one that is unknown,
-- replaced or still good, and of a plan that was closed or revised, it says no.
create or replace function door.plan_ended(link_hash bytea)
returns table (ended boolean)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  target constant uuid := clinic.follow_link('plan', link_hash);
begin
  return query select clinic.plan_link_ended(target);
end
$$;
