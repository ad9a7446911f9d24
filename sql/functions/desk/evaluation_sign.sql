-- Signs an evaluation as the caller has read it; photos that it was measured on are gone with that. Refused if its
-- version is not `version`; null skips this check.
create or replace function desk.evaluation_sign(reference text, version integer default null)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  evaluation constant clinic.evaluations := clinic.require_evaluation(reference);
begin
  if evaluation.state <> 'draft' then
    perform clinic.refuse('PL409', 'the evaluation is signed already');
  elsif evaluation_sign.version <> evaluation.version then
    perform clinic.refuse('PL412', 'the evaluation was changed by somebody else meanwhile');
  end if;
  perform clinic.end_photos(evaluation);
  update clinic.evaluations as e
  set state = 'signed', signed_at = now(), signed_by = clinic.my_id()
  where e.practice_id = evaluation.practice_id and e.id = evaluation.id;
  perform clinic.audit('evaluation.sign', evaluation.id, evaluation.client_id);
end
$$;
