-- Corrects a signed evaluation. Refused if its version is not `version`; null skips this check.
create or replace function desk.evaluation_amend(
  reference text, body jsonb, content_version text, reason text, version integer default null)
returns setof clinic.evaluation_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  evaluation constant clinic.evaluations := clinic.require_evaluation(reference);
begin
  if evaluation.state = 'draft' then
    perform clinic.refuse('PL409', 'the evaluation is a draft; edit it');
  elsif reason is null or not clinic.has_visible(reason) then
    perform clinic.refuse('PL422', 'an amendment needs a reason');
  elsif evaluation_amend.version <> (select r.version from clinic.evaluation_records as r where r.id = evaluation.id)
  then
    perform clinic.refuse('PL412', 'the evaluation was changed by somebody else meanwhile');
  end if;
  insert into clinic.evaluation_amendments
    (practice_id, evaluation_id, number, content_version, body, author, reason)
  select
    evaluation.practice_id, evaluation.id, 1 + coalesce(max(a.number), 0), evaluation_amend.content_version,
    evaluation_amend.body, clinic.my_id(), evaluation_amend.reason
  from clinic.evaluation_amendments as a
  where a.practice_id = evaluation.practice_id and a.evaluation_id = evaluation.id;
  update clinic.evaluations as e
  set state = 'amended', amended_at = now()
  where e.practice_id = evaluation.practice_id and e.id = evaluation.id;
  perform clinic.audit('evaluation.amend', evaluation.id, evaluation.client_id, evaluation_amend.reason);
  return query select r.* from clinic.evaluation_records as r where r.id = evaluation.id;
end
$$;
