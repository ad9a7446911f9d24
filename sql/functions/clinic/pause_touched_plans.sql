-- Pauses the client's issued plans that new flags of an intake touch: every plan if a flag is urgent or the intake is
-- an emergency, otherwise the plans that were issued with one of the flags among their pausing flags. The audit entry
-- names the flags. Call it after an audit entry was written, for the reason given in desk.plan_issue.
create or replace function clinic.pause_touched_plans(intake clinic.intakes, flags text[], are_urgent boolean)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  touched record;
begin
  for touched in
    update clinic.plans as p
    set state = 'paused', paused_at = now()
    where p.practice_id = intake.practice_id
      and p.client_id in (
        select c.id
        from clinic.clients as c
        where c.practice_id = intake.practice_id
          and coalesce(c.merged_into, c.id) = (
            select coalesce(own.merged_into, own.id)
            from clinic.clients as own
            where own.practice_id = intake.practice_id and own.id = intake.client_id))
      and p.state = 'issued'
      and (are_urgent or p.pausing_flags && flags)
    returning p.id, p.client_id
  loop
    perform clinic.audit('plan.pause', touched.id, touched.client_id, array_to_string(flags, ', '));
  end loop;
end
$$;
