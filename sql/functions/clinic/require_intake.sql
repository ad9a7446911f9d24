-- The row of an intake whose client this session may see, locked until the end of the transaction.
create or replace function clinic.require_intake(reference text)
returns clinic.intakes
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  intake clinic.intakes;
begin
  select i.* into intake
  from clinic.intakes as i
  where i.id = clinic.id_of('intake', reference)
    and i.practice_id = (select clinic.my_practice())
    and exists (select from clinic.intake_records as r where r.id = i.id)
  for update of i;
  if not found then
    perform clinic.refuse('PL404', 'intake');
  end if;
  return intake;
end
$$;
