create or replace function desk.intake_acknowledge(reference text, flag text, action text, note text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  intake constant clinic.intakes := clinic.require_intake(reference);
  raised clinic.intake_flags;
begin
  select f.* into raised
  from clinic.intake_flags as f
  where f.practice_id = intake.practice_id and f.intake_id = intake.id and f.flag = intake_acknowledge.flag
  for update;
  if not found then
    perform clinic.refuse('PL404', 'flag');
  elsif intake_acknowledge.action is null or intake_acknowledge.action not in ('refer', 'adapt', 'proceed') then
    perform clinic.refuse('PL422', 'the action is refer, adapt or proceed');
  elsif intake_acknowledge.note is null or not clinic.has_visible(intake_acknowledge.note) then
    perform clinic.refuse('PL422', 'a flag is acknowledged with a note');
  elsif raised.acknowledged_at is not null then
    -- A caller whose first answer was lost repeats the same acknowledgement, which changes nothing.
    if (raised.acknowledged_by, raised.action, raised.note)
      is not distinct from (clinic.my_id(), intake_acknowledge.action, intake_acknowledge.note)
    then
      return;
    end if;
    perform clinic.refuse('PL409', 'the flag is acknowledged already');
  end if;
  update clinic.intake_flags as f
  set acknowledged_at = now(), acknowledged_by = clinic.my_id(), action = intake_acknowledge.action,
    note = intake_acknowledge.note
  where f.practice_id = intake.practice_id and f.intake_id = intake.id and f.flag = intake_acknowledge.flag;
  perform clinic.audit('intake.acknowledge', intake.id, intake.client_id, intake_acknowledge.flag);
end
$$;
