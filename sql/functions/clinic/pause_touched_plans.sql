-- Pauses the issued plans of an intake's client that these new flags touch: all of them for an urgent flag or an
-- emergency, otherwise those that were issued with one of the flags among their pausing ones. The audit names the
-- flags. It is called after an entry of the audit was written, for the reason that desk.plan_issue gives.
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
