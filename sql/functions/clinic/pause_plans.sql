-- Pauses the issued plans of a client; with `flags` only those that were issued with one of these among their pausing
-- flags. The audit entries say the reason. The client and the therapist are told. Returns the short ids of the plans.
-- Call it after an audit entry was written, for the reason given in desk.plan_issue.
create or replace function clinic.pause_plans(client uuid, reason text, flags text[] default null)
returns setof text
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    select t.paused
    from (
      select clinic.pause_plan(p.id, pause_plans.reason) as paused
      from clinic.plans as p
      where p.practice_id = (select clinic.my_practice())
        and p.client_id in (select clinic.client_ids(pause_plans.client))
        and p.state = 'issued'
        and (pause_plans.flags is null or p.pausing_flags && pause_plans.flags)) as t
    -- Somebody else may have paused or closed one in this moment.
    where t.paused is not null;
  if found then
    perform clinic.tell_therapist(pause_plans.client);
  end if;
end
$$;
