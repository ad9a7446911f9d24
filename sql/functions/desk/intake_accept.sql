create or replace function desk.intake_accept(reference text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  intake constant clinic.intakes := clinic.require_intake(reference);
  open_flags text;
begin
  if intake.state = 'accepted' then
    perform clinic.refuse('PL409', 'the intake is accepted already');
  elsif intake.state = 'returned' then
    perform clinic.refuse('PL409', 'the intake was returned to the client');
  end if;
  select string_agg(f.flag, ', ' order by f.flag) into open_flags
  from clinic.intake_flags as f
  where f.practice_id = intake.practice_id and f.intake_id = intake.id and f.acknowledged_at is null;
  if open_flags is not null then
    perform clinic.refuse('PL423', 'red flags are not acknowledged: ' || open_flags);
  end if;
  perform clinic.refuse_without_consent(intake.client_id);
  update clinic.intakes as i
  set state = 'accepted', accepted_at = now(), accepted_by = clinic.my_id()
  where i.practice_id = intake.practice_id and i.id = intake.id;
  perform clinic.audit('intake.accept', intake.id, intake.client_id);
end
$$;
