-- Returns the row of an intake of a client whom this session may see and has opened, locked until the end of the
-- transaction.
create or replace function clinic.require_intake(reference text)
returns clinic.intakes
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  intake clinic.intakes;
begin
  perform clinic.require_sight('client ' || r.client)
  from clinic.intake_records as r
  where r.id = clinic.id_of('intake', reference);
  if not found then
    perform clinic.refuse('PL404', 'intake');
  end if;
  select i.* into intake
  from clinic.intakes as i
  where i.practice_id = (select clinic.my_practice()) and i.id = clinic.id_of('intake', reference)
  for update;
  return intake;
end
$$;
