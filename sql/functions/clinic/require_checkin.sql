-- Returns the row of a check-in of a client whom this session may see and has opened, locked until the end of the
-- transaction.
create or replace function clinic.require_checkin(reference text)
returns clinic.checkins
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  checkin clinic.checkins;
begin
  perform clinic.require_sight('client ' || r.client)
  from clinic.checkin_records as r
  where r.id = clinic.id_of('checkin', reference);
  if not found then
    perform clinic.refuse('PL404', 'check-in');
  end if;
  select k.* into checkin
  from clinic.checkins as k
  where k.practice_id = (select clinic.my_practice()) and k.id = clinic.id_of('checkin', reference)
  for update;
  return checkin;
end
$$;
