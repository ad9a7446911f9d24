-- Records the red flags of an intake; one that was raised before stays as it is, acknowledged or not.
-- `raised` is an array of {"flag", "urgency", "title"}.
create or replace function clinic.raise_flags(intake uuid, raised jsonb)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into clinic.intake_flags (practice_id, intake_id, flag, urgency, title)
  select clinic.my_practice(), intake, f.flag, f.urgency, f.title
  from jsonb_to_recordset(raised) as f (flag text, urgency text, title text)
  on conflict on constraint intake_flags_pkey do nothing;
end
$$;
