-- Records a therapist's correction of an intake, with a reason. The answers that were sent stay. Flags that the
-- correction raises must be acknowledged, and the intake must be accepted again. Refused if its version is not
-- `version`; null skips this check.
create or replace function desk.intake_amend(
  reference text, answers jsonb, content_version text, raised jsonb, massage text, reason text,
  version integer default null)
returns setof clinic.intake_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  intake constant clinic.intakes := clinic.require_intake(reference);
  -- A consent that the amendment leaves as it was is not said again.
  before constant jsonb := (select r.answers from clinic.intake_records as r where r.id = intake.id);
begin
  if reason is null or not clinic.has_visible(reason) then
    perform clinic.refuse('PL422', 'an amendment needs a reason');
  elsif intake_amend.version <> (select r.version from clinic.intake_records as r where r.id = intake.id) then
    perform clinic.refuse('PL412', 'the intake was changed by somebody else meanwhile');
  end if;
  insert into clinic.intake_amendments
    (practice_id, intake_id, number, content_version, answers, massage, author, reason)
  select
    intake.practice_id, intake.id, 1 + coalesce(max(a.number), 0), intake_amend.content_version,
    intake_amend.answers, intake_amend.massage, clinic.my_id(), intake_amend.reason
  from clinic.intake_amendments as a
  where a.practice_id = intake.practice_id and a.intake_id = intake.id;
  update clinic.intakes as i
  set state = 'amended', amended_at = now(), accepted_at = null, accepted_by = null, returned_at = null,
    returned_by = null, returned_question = null, returned_message = null
  where i.practice_id = intake.practice_id and i.id = intake.id;
  perform clinic.audit('intake.amend', intake.id, intake.client_id, intake_amend.reason);
  perform clinic.raise_flags(intake, raised);
  perform clinic.record_consents(
    intake, intake_amend.answers, before, intake_amend.content_version, clinic.my_id(), intake_amend.reason);
  return query select r.* from clinic.intake_records as r where r.id = intake.id;
end
$$;
