-- The row of an evaluation whose client this session may see, locked until the end of the transaction.
create or replace function clinic.require_evaluation(reference text)
returns clinic.evaluations
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  evaluation clinic.evaluations;
begin
  select e.* into evaluation
  from clinic.evaluations as e
  where e.id = clinic.id_of('evaluation', reference)
    and e.practice_id = (select clinic.my_practice())
    and exists (select from clinic.evaluation_records as r where r.id = e.id)
  for update of e;
  if not found then
    perform clinic.refuse('PL404', 'evaluation');
  end if;
  return evaluation;
end
$$;
