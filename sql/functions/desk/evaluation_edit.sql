-- Replaces the findings of an unsigned evaluation. Refused if its version is not `version`; null skips this check.
create or replace function desk.evaluation_edit(
  reference text, body jsonb, content_version text, version integer default null)
returns setof clinic.evaluation_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  evaluation constant clinic.evaluations := clinic.require_evaluation(reference);
begin
  if evaluation.state <> 'draft' then
    perform clinic.refuse('PL409', 'the evaluation is signed; amend it');
  elsif evaluation_edit.version <> evaluation.version then
    perform clinic.refuse('PL412', 'the evaluation was changed by somebody else meanwhile');
  end if;
  update clinic.evaluations as e
  set body = evaluation_edit.body, content_version = evaluation_edit.content_version, version = e.version + 1
  where e.practice_id = evaluation.practice_id and e.id = evaluation.id;
  perform clinic.audit('evaluation.edit', evaluation.id, evaluation.client_id);
  return query select r.* from clinic.evaluation_records as r where r.id = evaluation.id;
end
$$;
