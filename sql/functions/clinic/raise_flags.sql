-- Records the red flags of an intake and pauses the issued plans that they touch. A flag that was raised before keeps
-- its state and pauses nothing again. `raised` is an array of {"flag", "urgency", "title"}.
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
    perform clinic.pause_touched_plans(intake, new_flags, are_urgent);
  end if;
end
$$;
