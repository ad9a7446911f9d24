create or replace function desk.evaluation_get(reference text)
returns setof clinic.evaluation_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  evaluation constant clinic.evaluations := clinic.require_evaluation(reference);
begin
  perform clinic.audit('evaluation.read', evaluation.id, evaluation.client_id);
  return query select r.* from clinic.evaluation_records as r where r.id = evaluation.id;
end
$$;
