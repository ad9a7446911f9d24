-- Pauses those issued plans of a client that could not be resumed with the records that are theirs by now. Returns how
-- many. Call it after an audit entry was written, for the reason given in desk.plan_issue.
create or replace function clinic.pause_unfit_plans(client uuid)
returns integer
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  withheld constant text := clinic.withheld_consents(client);
  plan clinic.plans;
  reason text;
  paused integer := 0;
begin
  for plan in
    select p.*
    from clinic.plans as p
    where p.practice_id = (select clinic.my_practice())
      and p.client_id in (select clinic.client_ids(pause_unfit_plans.client))
      and p.state = 'issued'
    order by p.created_at desc, p.id desc
  loop
    select coalesce(
      withheld, string_agg(distinct w.flag, ', ' order by w.flag),
      case when clinic.has_foreign_basis(plan) then 'made from records of another client' end)
    into reason
    from clinic.waiting_flags(plan) as w;
    if reason is not null and clinic.pause_plan(plan.id, reason) is not null then
      paused := paused + 1;
    end if;
  end loop;
  return paused;
end
$$;
