-- Removes an evaluation that was never signed. Refused if its version is not `version`; null skips this check.
create or replace function desk.evaluation_discard(reference text, version integer default null)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  evaluation constant clinic.evaluations := clinic.require_evaluation(reference);
begin
  if evaluation.state <> 'draft' then
    perform clinic.refuse('PL409', 'the evaluation is signed; a signed record stays');
  elsif evaluation_discard.version <> evaluation.version then
    perform clinic.refuse('PL412', 'the evaluation was changed by somebody else meanwhile');
  end if;
  -- Nothing is issued from findings that nobody signed.
  update clinic.plans as p
  set evaluation_id = null, version = p.version + 1
  where p.practice_id = evaluation.practice_id and p.evaluation_id = evaluation.id and p.state = 'draft';
  perform clinic.end_photos(evaluation);
  delete from clinic.evaluations as e
  where e.practice_id = evaluation.practice_id and e.id = evaluation.id;
  perform clinic.audit('evaluation.discard', evaluation.id, evaluation.client_id);
end
$$;
