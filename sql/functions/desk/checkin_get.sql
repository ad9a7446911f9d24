create or replace function desk.checkin_get(reference text)
returns setof clinic.checkin_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  checkin constant clinic.checkins := clinic.require_checkin(reference);
begin
  perform clinic.audit('checkin.read', checkin.id, checkin.client_id);
  return query select r.* from clinic.checkin_records as r where r.id = checkin.id;
end
$$;
