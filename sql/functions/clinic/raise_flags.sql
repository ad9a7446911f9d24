-- Records the red flags of an intake and pauses the issued plans that they touch: every plan of the client if one of
-- the new flags is urgent or an emergency, otherwise those that were issued with one of them among their pausing flags.
-- A flag that was raised before keeps its state and pauses nothing again. `raised` is an array of {"flag", "urgency",
-- "title"}. Call it after an audit entry was written, for the reason given in desk.plan_issue.
create or replace function clinic.raise_flags(intake clinic.intakes, raised jsonb)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  new_flags text[];
  are_urgent boolean;
begin
  with added as (
    insert into clinic.intake_flags (practice_id, intake_id, flag, urgency, title)
    select intake.practice_id, intake.id, f.flag, f.urgency, f.title
    from jsonb_to_recordset(raised) as f (flag text, urgency text, title text)
    on conflict on constraint intake_flags_pkey do nothing
    returning flag, urgency
  )
  select array_agg(a.flag order by a.flag), bool_or(a.urgency in ('urgent', 'emergency'))
  into new_flags, are_urgent
  from added as a;
  if new_flags is not null then
    perform clinic.pause_plans(
      intake.client_id, array_to_string(new_flags, ', '), case when not are_urgent then new_flags end);
    if are_urgent then
      perform clinic.tell_therapist(intake.client_id);
    end if;
  end if;
end
$$;
