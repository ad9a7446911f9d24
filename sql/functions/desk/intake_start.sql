-- Stores an intake that the therapist took. `raised` is as in clinic.raise_flags.
create or replace function desk.intake_start(
  id uuid, client text, answers jsonb, content_version text, raised jsonb, massage text)
returns setof clinic.intake_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  subject constant clinic.clients := clinic.require_client(client);
  intake clinic.intakes;
begin
  perform clinic.require_content(intake_start.content_version);
  if not exists (
    select from clinic.intakes as i where i.practice_id = subject.practice_id and i.id = intake_start.id)
  then
    insert into clinic.intakes
      (practice_id, id, short_id, client_id, taken_by, content_version, answers, massage, state)
    values (
      clinic.my_practice(), intake_start.id, clinic.new_short_id('intake', intake_start.id), subject.id,
      clinic.my_id(), intake_start.content_version, intake_start.answers, intake_start.massage,
      case when raised = '[]' then 'submitted' else 'flagged' end)
    returning * into intake;
    perform clinic.audit('intake.start', intake.id, subject.id);
    perform clinic.raise_flags(intake, raised);
    perform clinic.record_consents(intake, intake.answers, '{}', intake.content_version, intake.taken_by, null);
  end if;
  return query select r.* from clinic.intake_records as r where r.id = intake_start.id and r.client = subject.id;
  if not found then
    perform clinic.refuse('PL409', 'this id is another record''s');
  end if;
end
$$;
