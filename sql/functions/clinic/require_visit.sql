-- Returns the row of a visit of a client whom this session may see and has opened, locked until the end of the
-- transaction.
create or replace function clinic.require_visit(reference text)
returns clinic.visits
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  visit clinic.visits;
begin
  perform clinic.require_sight('client ' || r.client)
  from clinic.visit_records as r
  where r.id = clinic.id_of('visit', reference);
  if not found then
    perform clinic.refuse('PL404', 'visit');
  end if;
  select v.* into visit
  from clinic.visits as v
  where v.practice_id = (select clinic.my_practice()) and v.id = clinic.id_of('visit', reference)
  for update;
  return visit;
end
$$;
