-- Returns the row of an evaluation of a client whom this session may see and has opened, locked until the end of the
-- transaction.
create or replace function clinic.require_evaluation(reference text)
returns clinic.evaluations
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  evaluation clinic.evaluations;
begin
  perform clinic.require_sight('client ' || r.client)
  from clinic.evaluation_records as r
  where r.id = clinic.id_of('evaluation', reference);
  if not found then
    perform clinic.refuse('PL404', 'evaluation');
  end if;
  select e.* into evaluation
  from clinic.evaluations as e
  where e.practice_id = (select clinic.my_practice()) and e.id = clinic.id_of('evaluation', reference)
  for update;
  return evaluation;
end
$$;
